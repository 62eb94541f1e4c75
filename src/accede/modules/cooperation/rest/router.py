"""The addresses of cooperation under /api/v1/cooperation/."""

from ninja import Router

from accede.modules.cooperation.rest import bases, network, plans, proposals, saved_scenarios, treaties

router = Router()
router.add_router("", bases.router)
router.add_router("", network.router)
router.add_router("", plans.router)
router.add_router("", saved_scenarios.router)
router.add_router("", treaties.router)
router.add_router("imports/proposed/", proposals.router)
