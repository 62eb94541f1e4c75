"""Titles of the offences and their mental elements, as in data/cooperation/offences.yaml, marked for translation."""

from django.utils.translation import gettext_lazy as lazy

TITLES = {
    "on-board-aircraft": lazy("Offence on board an aircraft"),
    "aircraft-seizure": lazy("Unlawful seizure of an aircraft in flight"),
    "aircraft-seizure-in-service": lazy("Seizure of an aircraft in service, or by technological means"),
    "aircraft-seizure-threat": lazy("Threat to seize an aircraft"),
    "aircraft-seizure-evasion": lazy("Help to evade prosecution for the seizure of an aircraft"),
    "aircraft-seizure-agreement": lazy("Agreement or contribution to seize an aircraft"),
    "aircraft-violence": lazy("Violence against a person on board an aircraft"),
    "aircraft-destruction": lazy("Destruction of an aircraft"),
    "aircraft-device": lazy("Placing a device on an aircraft"),
    "air-navigation-facilities": lazy("Attack on air navigation facilities"),
    "aircraft-false-information": lazy("False information that endangers an aircraft"),
    "airport-violence": lazy("Violence at an airport"),
    "airport-destruction": lazy("Attack on an airport"),
    "aircraft-as-weapon": lazy("Use of an aircraft as a weapon"),
    "aircraft-release": lazy("Release of a weapon or substance from an aircraft"),
    "aircraft-weapon-use": lazy("Use of a weapon or substance against an aircraft"),
    "air-transport-explosive": lazy("Air transport of explosive or radioactive material for terrorism"),
    "air-transport-weapon": lazy("Air transport of a biological, chemical or nuclear weapon"),
    "air-transport-nuclear": lazy("Air transport of material for a nuclear explosive"),
    "air-transport-dual-use": lazy("Air transport of equipment for such a weapon"),
    "aviation-threat": lazy("Threat against civil aviation"),
    "aviation-evasion": lazy("Help to evade prosecution for an offence against civil aviation"),
    "aviation-agreement": lazy("Agreement or contribution to an offence against civil aviation"),
    "protected-person-attack": lazy("Attack on an internationally protected person"),
    "protected-person-premises": lazy("Attack on the premises of an internationally protected person"),
    "protected-person-threat": lazy("Threat against an internationally protected person"),
    "hostage-taking": lazy("Taking of hostages"),
    "nuclear-material-handling": lazy("Unlawful dealing with nuclear material"),
    "nuclear-material-theft": lazy("Theft or robbery of nuclear material"),
    "nuclear-material-embezzlement": lazy("Embezzlement of nuclear material"),
    "nuclear-material-demand": lazy("Demand for nuclear material by threat"),
    "nuclear-material-threat": lazy("Threat with nuclear material"),
    "nuclear-material-smuggling": lazy("Smuggling of nuclear material"),
    "nuclear-facility-sabotage": lazy("Sabotage of a nuclear facility"),
    "ship-seizure": lazy("Seizure of a ship"),
    "ship-violence": lazy("Violence against a person on board a ship"),
    "ship-destruction": lazy("Destruction of a ship"),
    "ship-device": lazy("Placing a device on a ship"),
    "maritime-facilities": lazy("Attack on maritime navigational facilities"),
    "ship-false-information": lazy("False information that endangers a ship"),
    "ship-killing": lazy("Injury or killing in connection with an offence against a ship"),
    "ship-threat": lazy("Threat against a ship"),
    "ship-weapon-use": lazy("Use of a weapon or substance against or from a ship"),
    "ship-discharge": lazy("Discharge of a hazardous substance from a ship"),
    "ship-as-weapon": lazy("Use of a ship as a weapon"),
    "ship-terrorist-threat": lazy("Threat to use a weapon, substance or ship"),
    "sea-transport-explosive": lazy("Sea transport of explosive or radioactive material for terrorism"),
    "sea-transport-weapon": lazy("Sea transport of a biological, chemical or nuclear weapon"),
    "sea-transport-nuclear": lazy("Sea transport of material for a nuclear explosive"),
    "sea-transport-dual-use": lazy("Sea transport of equipment for such a weapon"),
    "ship-fugitive-transport": lazy("Transport of a fugitive by ship"),
    "platform-seizure": lazy("Seizure of a fixed platform"),
    "platform-violence": lazy("Violence against a person on a fixed platform"),
    "platform-destruction": lazy("Destruction of a fixed platform"),
    "platform-device": lazy("Placing a device on a fixed platform"),
    "platform-killing": lazy("Injury or killing in connection with an offence against a fixed platform"),
    "platform-threat": lazy("Threat against a fixed platform"),
    "platform-weapon-use": lazy("Use of a weapon or substance against or from a fixed platform"),
    "platform-discharge": lazy("Discharge of a hazardous substance from a fixed platform"),
    "platform-terrorist-threat": lazy("Threat to use a weapon or substance against a fixed platform"),
    "terrorist-bombing": lazy("Terrorist bombing"),
    "terrorist-financing": lazy("Financing of terrorism"),
    "financing-of-aircraft-seizure": lazy("Financing of the seizure of an aircraft"),
    "financing-of-aviation-offence": lazy("Financing of an offence against civil aviation"),
    "financing-of-attack-on-protected-person": lazy("Financing of an attack on an internationally protected person"),
    "financing-of-hostage-taking": lazy("Financing of hostage-taking"),
    "financing-of-nuclear-material-offence": lazy("Financing of an offence with nuclear material"),
    "financing-of-airport-offence": lazy("Financing of violence at an airport"),
    "financing-of-maritime-offence": lazy("Financing of an offence against a ship"),
    "financing-of-platform-offence": lazy("Financing of an offence against a fixed platform"),
    "financing-of-bombing": lazy("Financing of a terrorist bombing"),
    "radioactive-possession": lazy("Possession of radioactive material or a device"),
    "radioactive-use": lazy("Use of radioactive material or attack on a nuclear facility"),
    "radioactive-threat": lazy("Threat of nuclear terrorism"),
    "radioactive-demand": lazy("Demand for radioactive material, a device or a facility"),
}

MENTAL = {
    "as the penal law of the State says": lazy("as the penal law of the State says"),
    "unlawfully": lazy("unlawfully"),
    "unlawfully and intentionally": lazy("unlawfully and intentionally"),
    "intentionally": lazy("intentionally"),
    "in order to compel a third party": lazy("in order to compel a third party"),
    "in order to compel": lazy("in order to compel"),
    (
        "unlawfully and intentionally, to intimidate a population or to compel a government or an "
        "international organization"
    ): lazy(
        "unlawfully and intentionally, to intimidate a population or to compel a government or an international "
        "organization"
    ),
    (
        "unlawfully and intentionally, with the intent to cause death, serious bodily injury or extensive "
        "destruction with major economic loss"
    ): lazy(
        "unlawfully and intentionally, with the intent to cause death, serious bodily injury or extensive "
        "destruction with major economic loss"
    ),
    (
        "unlawfully and wilfully, with the intention that the funds be used or in the knowledge that they are"
        " to be used"
    ): lazy(
        "unlawfully and wilfully, with the intention that the funds be used or in the knowledge that they are to be"
        " used"
    ),
    (
        "unlawfully and intentionally, with the intent to cause death, serious bodily injury or substantial "
        "damage to property or the environment"
    ): lazy(
        "unlawfully and intentionally, with the intent to cause death, serious bodily injury or substantial damage "
        "to property or the environment"
    ),
    (
        "unlawfully and intentionally, with the intent to cause death, serious injury or substantial damage, "
        "or to compel a person, an organization or a State"
    ): lazy(
        "unlawfully and intentionally, with the intent to cause death, serious injury or substantial damage, or to "
        "compel a person, an organization or a State"
    ),
    "in circumstances which show that the threat is credible": lazy(
        "in circumstances which show that the threat is credible"
    ),
}
"""By their English words."""
