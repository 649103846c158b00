"""How pressing is done in general: hard, long, often, and what to expect of it."""

from presspoint.cli.options import Json


def show_guide(json: Json = False) -> None:
    """Tell how hard, how long and how often to press, and what to expect of it."""
    from presspoint.citations import Citing
    from presspoint.storage.catalogue_file import load
    from presspoint.terminal.cards import print_card
    from presspoint.terminal.output import document

    catalogue = load()
    guidance = catalogue.table("guidance")
    titles = catalogue.table("sources")
    if json:
        entries = [
            {
                "id": name,
                "title": entry["title"],
                "text": entry["text"],
                "sources": [titles[each]["title"] for each in entry["sources"]],
            }
            for name, entry in guidance.items()
        ]
        document({"guidance": entries})
        return
    citing = Citing()
    rows = [
        (entry["title"], f"{entry['text']}{citing(entry['sources'])}")
        for entry in guidance.values()
    ]
    rows += [(f"Source {number}", titles[name]["title"]) for name, number in citing.numbers.items()]
    print_card(iter(rows))
