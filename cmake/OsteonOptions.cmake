# Compiler options shared by every target of the project.
add_library(osteon_options INTERFACE)

target_compile_options(osteon_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wconversion -Wshadow>
  # g++ 12 warns falsely inside std::string on the assignment of a literal (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${OSTEON_WARNINGS_AS_ERRORS}>:-Werror>)

if(OSTEON_SANITIZE)
  target_compile_options(osteon_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(osteon_options INTERFACE -fsanitize=address,undefined)
endif()
