#!/usr/bin/env bash
# A day of entry into force loses its time zone when a graph is read and written again.
# Expected: RDF 1.1 (3.3): a literal is its lexical form; reading Turtle and writing it again keeps it. XML Schema 1.1
#   (3.3.9): a date may carry a zone, and 2007-07-26+03:00 is another value than 2007-07-26.
# Seen: rdflib writes "2007-07-26" for "2007-07-26+03:00" and for "2007-07-26Z", and SPARQL calls the two equal. A
#   dateTime keeps its zone. Nothing is raised.
# Hurts: a file of another publisher, only passed through, no longer says what was published.
# Versions: rdflib 7.6.0. Seen 2026-11-30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --without-pip "$work/venv"
python3 -m pip --python "$work/venv/bin/python" install -q --disable-pip-version-check rdflib==7.6.0
"$work/venv/bin/python" - <<'PY'
from rdflib import Graph

FACTS = """@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix e: <http://example.org/> .
e:act e:a "2007-07-26+03:00"^^xsd:date ;
 e:b "2007-07-26Z"^^xsd:date ; e:c "2007-07-26T10:00:00+03:00"^^xsd:dateTime ."""
graph = Graph().parse(data=FACTS, format="turtle")
again = Graph().parse(data=graph.serialize(format="nt"), format="nt")
same = again.query(
    'ask { filter("2007-07-26+03:00"^^xsd:date = "2007-07-26"^^xsd:date) }',
    initNs={"xsd": "http://www.w3.org/2001/XMLSchema#"},
)
seen = {str(key)[-1]: line.split('"')[1] for key in sorted(again.predicates())
        for line in graph.serialize(format="nt").splitlines() if f"/{str(key)[-1]}>" in line}
seen["equal"] = same.askAnswer
print(seen)
KNOWN = {
    "a": "2007-07-26",
    "b": "2007-07-26",
    "c": "2007-07-26T10:00:00+03:00",
    "equal": True,
}
assert seen == KNOWN, seen
PY
