#!/usr/bin/env bash
# Installs a release of shoplint into a folder, only if its checksum is right:
#   install.sh FOLDER [VERSION]
# VERSION is a tag such as v0.1.0, or latest. SHOPLINT_RELEASES may name a
# mirror: a folder or an address that holds what the release page holds.
set -euo pipefail

into=${1:?give the folder to install into}
version=${2:-latest}
from=${SHOPLINT_RELEASES:-}
if [ -z "$from" ]; then
	base=https://github.com/shoplint/shoplint/releases
	if [ "$version" = latest ]; then from=$base/latest/download; else from=$base/download/$version; fi
fi

case "$(uname -s)" in
Linux) os=linux ;;
Darwin) os=darwin ;;
*) echo "shoplint: no archive for $(uname -s): go install github.com/shoplint/shoplint/cmd/shoplint@$version" >&2; exit 2 ;;
esac
case "$(uname -m)" in
x86_64 | amd64) arch=amd64 ;;
aarch64 | arm64) arch=arm64 ;;
*) echo "shoplint: no archive for $(uname -m): go install github.com/shoplint/shoplint/cmd/shoplint@$version" >&2; exit 2 ;;
esac
archive=shoplint_${os}_${arch}.tar.gz

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in "$archive" SHA256SUMS; do
	case "$from" in
	https://*) curl --proto '=https' --tlsv1.2 -fsSL --retry 3 -o "$work/$file" "$from/$file" ;;
	*) cp "$from/$file" "$work/$file" ;;
	esac
done
cd "$work"
line=$(awk -v name="$archive" '$2 == name || $2 == "*" name' SHA256SUMS)
if [ -z "$line" ]; then
	echo "shoplint: SHA256SUMS does not name $archive" >&2
	exit 2
fi
if command -v sha256sum >/dev/null; then sum=(sha256sum); else sum=(shasum -a 256); fi
if ! printf '%s\n' "$line" | "${sum[@]}" -c - >/dev/null; then
	echo "shoplint: the checksum of $archive is wrong; nothing was installed" >&2
	exit 2
fi
tar -xzf "$archive" shoplint
cd - >/dev/null
mkdir -p "$into"
mv "$work/shoplint" "$into/shoplint"
chmod 755 "$into/shoplint"
