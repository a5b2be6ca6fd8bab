# Sourced by the other scripts: installs what scripts/packages.txt names for a purpose, and only what is missing.
# need_packages build|test|lint; need_web_tools; a clear message and exit 2 where they cannot.

stop() { printf '%s\n' "$@" >&2; exit 2; }

missing_packages() {  # names of the packages for the purposes given that are not installed
  local purposes="$1" name
  awk -v want="$purposes" '!/^#/ && NF == 2 && index(want, $1) { print $2 }' "$root/scripts/packages.txt" | while read -r name; do
    satisfied_otherwise "$name" && continue
    [ "$(dpkg-query -W -f='${Status}' "$name" 2>/dev/null)" = "install ok installed" ] || printf '%s ' "$name"
  done
}

satisfied_otherwise() {  # Node.js 18 or later and a Java runtime, wherever they came from, serve as well as Debian's
  case "$1" in
    default-jre-headless) command -v java >/dev/null ;;
    nodejs | npm) command -v npm >/dev/null && command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ] ;;
    *) return 1 ;;
  esac
}

need_packages() {
  local purposes="$*" missing as_root=""
  command -v dpkg-query >/dev/null || stop "This is not Debian (no dpkg). hypeline is built on Debian 12; elsewhere, install what scripts/packages.txt" \
    "lists under your system's names, then: cmake --preset release && cmake --build --preset release"
  missing=$(missing_packages "$purposes")
  [ -n "$missing" ] || return 0
  [ "$(. /etc/os-release && echo "$ID $VERSION_ID")" = "debian 12" ] || echo "Note: made for Debian 12; this is $(. /etc/os-release && echo "$PRETTY_NAME")." >&2
  if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo -n"
    sudo -n true 2>/dev/null || stop "Packages are missing, and only root can install them:" "  $missing" "Run as root, or ask for: apt-get install --no-install-recommends $missing"
  fi
  echo "Installing: $missing" >&2
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 update >&2 &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $missing >/dev/null ||
    stop "apt-get could not install: $missing" "Is the package mirror reachable? The lines above say what went wrong."
}

need_web_tools() {  # the npm packages of tests/web
  (cd "$root/tests/web" && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error >&2; }) ||
    stop "npm could not install the test tools of tests/web/package-lock.json. Is the npm registry reachable?"
}
