#!/usr/bin/env bash
# From a fresh Debian 12 to a graph of eight articles: installs, builds, reads, asks, exports.
# Safe to run again; what is done already is not done twice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out=build/quickstart
entente=build/release/entente
step() { printf '\n== %s\n' "$*"; }

step "1/5 Libraries"
mapfile -t packages <.ci/build-packages
.ci/apt-install "${packages[@]}"
echo "all there"

step "2/5 Build (a few minutes the first time)"
options=(-DENTENTE_BUILD_TESTS=OFF)
command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
mkdir -p "$out"
if ! { cmake --preset release "${options[@]}" && cmake --build --preset release -j"$(nproc)"; } \
    >"$out/build.log" 2>&1; then
    tail -n 40 "$out/build.log" >&2
    exit 1
fi
echo "$entente"

step "3/5 Read eight articles, four Korean and four English"
"$entente" build examples/articles -d "$out/graph.db"

step "4/5 Ask: who relates to a company, and to a country?"
"$entente" who SK하이닉스 -d "$out/graph.db"
echo
"$entente" who Finland -d "$out/graph.db"

step "5/5 Export"
"$entente" export -d "$out/graph.db" -o "$out/graph.graphml"
"$entente" export -d "$out/graph.db" -o "$out/graph.gexf"
"$entente" stats -d "$out/graph.db"

cat <<TEXT

The graph lies in $PWD/$out:
  graph.graphml  for Gephi, networkx, igraph, yEd
  graph.gexf     for Gephi, with a timeline
  graph.db       the store that the command asks

To see it: Gephi, File > Open, graph.gexf, then Layout > ForceAtlas 2.

Try next:
  $entente path SK하이닉스 Finland -d $out/graph.db
  $entente build YOUR-ARTICLES -d my.db
  $entente export -d my.db -o my.gexf
TEXT
