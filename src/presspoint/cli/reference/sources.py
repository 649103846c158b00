"""The sources command: where everything comes from."""

from presspoint.cli.options import Json
from presspoint.listing.sources import source_lines, sources_document
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.terminal.output import print_document, print_paragraphs, report_all


def list_sources(json: Json = False) -> None:
    """List where places, doses and cautions come from."""
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    if json:
        print_document(sources_document(catalogue))
    else:
        print_paragraphs(source_lines(catalogue), indent=4)
