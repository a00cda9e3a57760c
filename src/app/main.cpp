#include "app/app.h"

int main(int argc, char** argv) {
    return osteon::app::run(argc, argv);
}
