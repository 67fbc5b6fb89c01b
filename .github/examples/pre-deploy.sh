#!/usr/bin/env bash
# Stops a deploy when a notice is gone. Exit 0: go on; 1: mend first; 2: wrong
# use; 3: something could not be judged. Give the kind of shop and where it is:
#   pre-deploy.sh static ./public https://www.my-shop.eu
#   pre-deploy.sh shopify https://my-shop.myshopify.com/?preview_theme_id=123 https://www.my-shop.eu
#   pre-deploy.sh woocommerce https://staging.my-shop.eu https://www.my-shop.eu
# A theme preview or a staging site behind a password: SHOPLINT_COOKIE,
# SHOPLINT_HEADER or SHOPLINT_BASIC_AUTH in the environment.
set -euo pipefail
kind=${1:?static, shopify or woocommerce}
target=${2:?a folder or an address}
live=${3:?the address customers know}
country=${SHOPLINT_COUNTRY:-BE}
reports=${REPORTS:-shoplint}
mkdir -p "$reports"
flags=(--country "$country" --format text --format "html=$reports/report.html" --format "json=$reports/report.json")
case "$kind" in
static) flags+=(--base-url "$live") ;;
shopify) ;; # the preview is a live address of the shop
woocommerce) flags+=(--ignore-robots) ;; # "discourage search engines" on staging closes it
*) echo "no kind $kind: static, shopify or woocommerce" >&2; exit 2 ;;
esac
if [ -s shoplint-baseline.json ]; then flags+=(--baseline shoplint-baseline.json); fi
shoplint check "$target" "${flags[@]}"
