#!/usr/bin/env bash
# Builds the release binary and looks at it: it may need the C library alone, and stays small.
#
#   deploy/build.sh [FOLDER [lean]]    puts `clearjai` into FOLDER (default: target/dist)
#
# `lean`: the server makes no PDF of the report; browsers print it.
#
# Needs the Rust toolchain, a C compiler, make and perl. The Dockerfile runs this very file.
set -euo pipefail

folder=${1:-target/dist}
kind=${2:-whole}
case $kind in
    # For a PDF letters are put together, Thai words are looked up, and two fonts lie inside.
    whole) most_bytes=34000000 features=() ;;
    # 25 MB were the target of the house. What came since, and what it takes, is in docs/performance.md.
    lean) most_bytes=30000000 features=(--no-default-features) ;;
    *)
        echo "build: there is no kind '$kind'; there is 'lean'." >&2
        exit 2
        ;;
esac
cd "$(dirname "$0")/.."

cargo build --release --locked --bin clearjai "${features[@]}"

mkdir -p "$folder"
binary=$folder/clearjai
install -m 0755 "${CARGO_TARGET_DIR:-target}/release/clearjai" "$binary"

# libssl, libpq and SQLite are built in; whatever else turns up here would be missing elsewhere.
needed=$(ldd "$binary" | awk '{print $1}')
for library in $needed; do
    case ${library##*/} in
        linux-vdso.so.1 | libc.so.6 | libm.so.6 | libgcc_s.so.1 | ld-linux-*.so.*) ;;
        *)
            echo "build: $binary needs $library, which a plain system may not have." >&2
            exit 1
            ;;
    esac
done

bytes=$(stat -c %s "$binary")
if [ "$bytes" -ge "$most_bytes" ]; then
    echo "build: $binary has $bytes bytes; it must stay under $most_bytes." >&2
    exit 1
fi

"$binary" --version
printf 'build: %s, %s bytes, needs %s\n' "$binary" "$bytes" "$(echo "$needed" | xargs -n 1 basename | xargs)"
