#!/bin/sh
# The tables of a story for colleagues who work with other programs: CSV files, and datapackage.json, which says what every
# column holds, where the figures come from and what to be careful about.
#
#     docs/examples/data-package.sh [FOLDER]

set -eu

exec tally export "${1:-border-2023}" \
  'encounters by month in fy2023' \
  'encounters by citizenship in fy2023 with share' \
  'encounters for southwest by month, component in fy2023' \
  'removals by citizenship in fy2023'
