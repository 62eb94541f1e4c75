"""The register's addresses under /api/v1/."""

from ninja import Router

from accede.modules.treaties.rest import acts, changes, comparing, instruments, proposals, sources, states

router = Router()
router.add_router("states/", states.router)
router.add_router("instruments/", instruments.router)
router.add_router("acts/", acts.router)
router.add_router("compare/", comparing.router)
router.add_router("changes/", changes.router)
router.add_router("sources/", sources.router)
router.add_router("disagreements/", acts.disagreements)
router.add_router("gaps/", sources.gaps)
router.add_router("imports/proposed/", proposals.router)
