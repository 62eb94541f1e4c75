#!/usr/bin/env bash
# Three agreements become six, and States appear that do not exist, between a writer and its own reader.
# Expected: nx.read_adjlist reads back what nx.write_adjlist wrote: the same nodes and edges; a name that the format
#   cannot hold is quoted or refused, as GML does and as read_edgelist refuses it.
# Seen: both take a blank for the separator: «Côte d'Ivoire» and «Sri Lanka» fall into two nodes each, linked to each
#   other and both to the partner. GraphML keeps the names. No warning.
# Hurts: a network of extradition agreements passed through such a file counts links that nobody concluded.
# Versions: networkx 3.6.1. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check networkx==3.6.1
"$work/venv/bin/python" - <<'PY'
import io

import networkx as nx

agreements = nx.Graph([("Côte d'Ivoire", "Mali"), ("Sri Lanka", "Mali"), ("Chad", "Mali")])


def again(write, read):
    file = io.BytesIO()
    write(agreements, file)
    file.seek(0)
    graph = read(file)
    return graph.number_of_edges(), sorted(graph.nodes)


seen = {
    "GraphML": again(nx.write_graphml, nx.read_graphml),
    "adjacency list": again(nx.write_adjlist, nx.read_adjlist),
}
for item in seen.items():
    print(*item)
KNOWN = {
    "GraphML": (3, ["Chad", "Côte d'Ivoire", "Mali", "Sri Lanka"]),
    "adjacency list": (6, ["Chad", "Côte", "Lanka", "Mali", "Sri", "d'Ivoire"]),
}
assert seen == KNOWN, seen
PY
