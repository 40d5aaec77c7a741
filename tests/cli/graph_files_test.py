"""Builds a store from the example articles and reads its exports as other programs do.

usage: graph_files_test.py ENTENTE ARTICLES
networkx (GraphML, GEXF) and igraph (GraphML) must find the same nodes and edges as the file holds
and as the command counts.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import igraph
import networkx


def counts_in(file):
    names = [element.tag.split("}")[-1] for element in ElementTree.parse(file).iter()]
    return names.count("node"), names.count("edge")


def labels_of(graph):
    return sorted(data.get("label", "") for _, data in graph.nodes(data=True))


def check(what, found, wanted):
    print(f"{what}: {found[0]} nodes, {found[1]} edges")
    if found != wanted:
        sys.exit(f"{what}: expected {wanted[0]} nodes, {wanted[1]} edges")


def main():
    entente, articles = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        store = folder / "graph.db"

        def run(*words):
            return subprocess.run([entente, *map(str, words)], check=True, capture_output=True).stdout

        run("build", articles, "-d", store)
        graphml, gexf, again = folder / "a.graphml", folder / "a.gexf", folder / "b.graphml"
        for file in (graphml, gexf, again):
            run("export", "-d", store, "-o", file)
        if graphml.read_bytes() != again.read_bytes():
            sys.exit("two exports of one store differ")

        stats = json.loads(run("stats", "-d", store, "--json"))
        wanted = counts_in(graphml)
        if not (10 <= wanted[0] <= stats["entities"] and 10 <= wanted[1] <= stats["claims"]):
            sys.exit(f"{wanted} nodes and edges do not fit {stats}")
        check("GEXF as XML", counts_in(gexf), wanted)
        by_format = [networkx.read_graphml(graphml), networkx.read_gexf(gexf)]
        for what, graph in zip(("networkx GraphML", "networkx GEXF"), by_format):
            check(what, (graph.number_of_nodes(), graph.number_of_edges()), wanted)
            if not graph.is_directed():
                sys.exit(f"{what}: not directed")
        if labels_of(by_format[0]) != labels_of(by_format[1]):
            sys.exit("labels differ between GraphML and GEXF")
        graph = igraph.Graph.Read_GraphML(str(graphml))
        check("igraph GraphML", (graph.vcount(), graph.ecount()), wanted)
        if min(graph.es["weight"]) <= 0:
            sys.exit("an edge without weight")


if __name__ == "__main__":
    main()
