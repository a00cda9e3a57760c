# What the scripts of the contact sheets share; they source it from the top folder.
# Needs Debian's imagemagick and fontconfig.
command -v montage fc-match >/dev/null || {
    echo "Install imagemagick and fontconfig first." >&2
    exit 3
}
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
number=10
tiles=()

# next_tile: puts the path of the next picture into $file.
next_tile() {
    file="$folder/$number.png"
    number=$((number + 1))
}

# lay_sheet FILE COLUMNS: lays the tiles with their captions on one sheet.
lay_sheet() {
    montage "${tiles[@]}" -tile "$2x" -geometry +6+6 -background '#12171C' -fill '#B4BEC7' \
        -font "$(fc-match -f '%{file}' 'Inter:style=Medium')" -pointsize 17 \
        -depth 8 -strip -define png:compression-level=9 -define png:compression-filter=5 "$1"
    du -h --apparent-size "$1"
}
