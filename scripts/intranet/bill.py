"""The bill of materials, in the form that inventories read: CycloneDX."""

from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from scripts.intranet.inside import Part
from scripts.intranet.origin import Origin

OURS = "Therapy Coding Reference"
ALGORITHMS = {"sha512": HashAlgorithm.SHA_512}


def bill(origin: Origin, parts: Iterable[Part]) -> str:
    """Write the bill of a site with these parts: the same for the same commit."""
    ours = Component(
        name=OURS,
        version=f"{origin.release}+{origin.commit}",
        type=ComponentType.APPLICATION,
        bom_ref="site",
        licenses=[LicenseExpression("MIT AND CC-BY-4.0")],
    )
    bom = Bom(
        serial_number=uuid5(NAMESPACE_URL, origin.name),
        components=[component(part, "") for part in parts],
    )
    bom.metadata.component = ours
    bom.register_dependency(ours, bom.components)
    bom.metadata.timestamp = origin.when
    bom.metadata.tools.components.clear()
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def component(part: Part, above: str) -> Component:
    """Put a part, and what it is made of, into the words of the form."""
    reference = f"{above}{part.name}"
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=reference,
        licenses=[_licence(part.licence)],
        purl=_address(part),
        hashes=[HashType(alg=ALGORITHMS[name], content=sum_) for name, sum_ in part.sums.items()],
        components=[component(each, f"{reference}/") for each in part.parts],
    )


def _licence(named: str) -> DisjunctiveLicense | LicenseExpression:
    return LicenseExpression(named) if " " in named else DisjunctiveLicense(id=named)


def _address(part: Part) -> PackageURL | None:
    if not part.source:
        return None
    kind, _, name = part.source.partition("/")
    space, _, bare = name.rpartition("/")
    return PackageURL(kind, space or None, bare, part.version or None)
