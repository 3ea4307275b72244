#!/usr/bin/env bash
# The step of action.yml that runs the suite and gives its outputs. Settings come as environment, empty where not given.
set -uo pipefail
for name in "${!MAGENTO_@}"; do
  [ -n "${!name}" ] || unset "$name"
done
# The version installed in the project beats the one of the registry.
if npx --no-install magento-customer-contract --version >/dev/null 2>&1; then
  command=(npx --no-install magento-customer-contract)
else
  command=(npx --yes "magento-customer-contract@$CONTRACT_VERSION")
fi
read -r -a arguments <<<"$CONTRACT_ARGUMENTS"
rm -f "$CONTRACT_REPORTS/report.json"
"${command[@]}" --out "$CONTRACT_REPORTS" ${arguments[@]+"${arguments[@]}"}
code=$?
if [ -f "$CONTRACT_REPORTS/report.json" ]; then
  "${command[@]}" report "$CONTRACT_REPORTS/report.json" --format github-output >>"$GITHUB_OUTPUT"
  echo "report=$CONTRACT_REPORTS/report.json" >>"$GITHUB_OUTPUT"
else
  printf 'conformant=unknown\nexit-code=%s\n' "$code" >>"$GITHUB_OUTPUT"
fi
exit "$code"
