#!/usr/bin/env bash
# Looks for packages with known vulnerabilities, those that others bring along included. Exit code 1: there are some.
# 0: there are none, or no source of packages could say; that is told loudly, and is no reason to stop a build.
set -uo pipefail
cd "$(dirname "$0")/.."

knows() {
    local index
    index=$(curl --silent --show-error --fail --location --max-time 20 "$1") && grep -q '"VulnerabilityInfo/' <<< "$index"
}

asked=""
for source in $(dotnet nuget list source --format short | sed -n 's/^E \(http.*\)/\1/p'); do
    if knows "$source"; then
        asked=$source
    fi
done

if [ -z "$asked" ]; then
    echo "WARNING: PACKAGES WERE NOT CHECKED FOR KNOWN VULNERABILITIES: no source of packages here has data on them." >&2
    exit 0
fi

if ! report=$(dotnet list package --vulnerable --include-transitive 2>&1); then
    echo "$report" >&2
    echo "WARNING: PACKAGES WERE NOT CHECKED FOR KNOWN VULNERABILITIES: see above." >&2
    exit 0
fi

if grep -q '^ *> ' <<< "$report"; then
    echo "$report" >&2
    echo "There are packages with known vulnerabilities: take newer ones in Directory.Packages.props." >&2
    exit 1
fi

echo "No package is known to be vulnerable."
