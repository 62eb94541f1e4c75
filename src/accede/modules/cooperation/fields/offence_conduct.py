"""What each offence consists of, as in data/cooperation/offences.yaml, marked for translation."""

from django.utils.translation import gettext_lazy as lazy

CONDUCT = {
    "on-board-aircraft": lazy(
        "An offence against penal law committed on board an aircraft in flight, or on the surface of the high seas "
        "or outside any State’s territory."
    ),
    "aircraft-seizure": lazy(
        "Seizing an aircraft in flight or exercising control of it, by force, threat of force or another form of "
        "intimidation, by a person on board."
    ),
    "aircraft-seizure-in-service": lazy(
        "Seizing an aircraft in service or exercising control of it, also outside flight, also from outside the "
        "aircraft, also by technological means or coercion."
    ),
    "aircraft-seizure-threat": lazy(
        "Threatening to seize an aircraft in service, or causing a person to receive such a threat, in "
        "circumstances that make it credible."
    ),
    "aircraft-seizure-evasion": lazy(
        "Assisting a person to evade investigation, prosecution or punishment, knowing that the person committed, "
        "is wanted for or was sentenced for the seizure of an aircraft."
    ),
    "aircraft-seizure-agreement": lazy(
        "Agreeing with others to seize an aircraft, or contributing to it by a group with a common purpose, whether"
        " or not it is committed."
    ),
    "aircraft-violence": lazy(
        "Violence against a person on board an aircraft in flight that is likely to endanger the aircraft."
    ),
    "aircraft-destruction": lazy(
        "Destroying an aircraft in service, or damaging it so that it cannot fly or its safety in flight is likely "
        "to be endangered."
    ),
    "aircraft-device": lazy(
        "Placing on an aircraft in service, or having placed on it, a device or substance likely to destroy it or "
        "to endanger its safety in flight."
    ),
    "air-navigation-facilities": lazy(
        "Destroying or damaging air navigation facilities or interfering with their operation, when that is likely "
        "to endanger aircraft in flight."
    ),
    "aircraft-false-information": lazy(
        "Communicating information known to be false and so endangering an aircraft in flight."
    ),
    "airport-violence": lazy(
        "Violence with a device, substance or weapon against a person at an airport serving international civil "
        "aviation that causes or is likely to cause serious injury or death and endangers safety there."
    ),
    "airport-destruction": lazy(
        "Destroying or seriously damaging, with a device, substance or weapon, the facilities of an airport serving"
        " international civil aviation or aircraft not in service there, or disrupting its services, so that safety"
        " there is endangered."
    ),
    "aircraft-as-weapon": lazy(
        "Using an aircraft in service to cause death, serious bodily injury or serious damage to property or the "
        "environment."
    ),
    "aircraft-release": lazy(
        "Releasing or discharging from an aircraft in service a biological, chemical or nuclear weapon or "
        "explosive, radioactive or similar substances so that death, serious injury or serious damage is caused or "
        "likely."
    ),
    "aircraft-weapon-use": lazy(
        "Using against or on board an aircraft in service a biological, chemical or nuclear weapon or explosive, "
        "radioactive or similar substances so that death, serious injury or serious damage is caused or likely."
    ),
    "air-transport-explosive": lazy(
        "Transporting by aircraft explosive or radioactive material known to be intended for causing, or "
        "threatening, death, serious injury or damage in order to intimidate a population or compel a government or"
        " international organization."
    ),
    "air-transport-weapon": lazy("Transporting by aircraft a biological, chemical or nuclear weapon known to be one."),
    "air-transport-nuclear": lazy(
        "Transporting by aircraft source or special fissionable material, or equipment for it, known to be intended"
        " for a nuclear explosive activity or one outside safeguards."
    ),
    "air-transport-dual-use": lazy(
        "Transporting by aircraft, without lawful authorization, equipment, materials, software or technology that "
        "contributes significantly to a biological, chemical or nuclear weapon, with the intention of that use."
    ),
    "aviation-threat": lazy(
        "Threatening one of the acts of violence, destruction, placing, attack, use or release against aircraft, "
        "air navigation facilities or airports, or causing a person to receive such a threat, in circumstances that"
        " make it credible."
    ),
    "aviation-evasion": lazy(
        "Assisting a person to evade investigation, prosecution or punishment, knowing that the person committed, "
        "is wanted for or was sentenced for such an offence."
    ),
    "aviation-agreement": lazy(
        "Agreeing with others to commit such an offence, or contributing to it by a group with a common purpose, "
        "whether or not it is committed."
    ),
    "protected-person-attack": lazy(
        "Murder, kidnapping or another attack on the person or liberty of an internationally protected person."
    ),
    "protected-person-premises": lazy(
        "A violent attack on the official premises, private accommodation or means of transport of an "
        "internationally protected person that is likely to endanger the person or their liberty."
    ),
    "protected-person-threat": lazy("Threatening such an attack."),
    "hostage-taking": lazy(
        "Seizing or detaining a person and threatening to kill, injure or continue to detain them, in order to "
        "compel a third party to do or abstain from something as a condition for their release."
    ),
    "nuclear-material-handling": lazy(
        "Receiving, possessing, using, transferring, altering, disposing of or dispersing nuclear material without "
        "lawful authority so that death, serious injury or substantial damage is caused or likely."
    ),
    "nuclear-material-theft": lazy("Theft or robbery of nuclear material."),
    "nuclear-material-embezzlement": lazy("Embezzling nuclear material or obtaining it by fraud."),
    "nuclear-material-demand": lazy("Demanding nuclear material by threat, force or another form of intimidation."),
    "nuclear-material-threat": lazy(
        "Threatening to use nuclear material to cause death, serious injury or substantial damage, or to steal it "
        "in order to compel a person, organization or State."
    ),
    "nuclear-material-smuggling": lazy(
        "Carrying, sending or moving nuclear material into or out of a State without lawful authority."
    ),
    "nuclear-facility-sabotage": lazy(
        "An act against a nuclear facility, or one that interferes with its operation, causing or known to be "
        "likely to cause death, serious injury or substantial damage by radiation or release of radioactive "
        "substances."
    ),
    "ship-seizure": lazy(
        "Seizing a ship or exercising control over it by force, threat of force or another form of intimidation."
    ),
    "ship-violence": lazy("Violence against a person on board a ship that is likely to endanger its safe navigation."),
    "ship-destruction": lazy(
        "Destroying a ship, or damaging it or its cargo so that its safe navigation is likely to be endangered."
    ),
    "ship-device": lazy(
        "Placing on a ship, or having placed on it, a device or substance likely to destroy it or to damage it or "
        "its cargo so that its safe navigation is endangered."
    ),
    "maritime-facilities": lazy(
        "Destroying or seriously damaging maritime navigational facilities or seriously interfering with their "
        "operation, when that is likely to endanger the safe navigation of a ship."
    ),
    "ship-false-information": lazy(
        "Communicating information known to be false and so endangering the safe navigation of a ship."
    ),
    "ship-killing": lazy("Injuring or killing a person in connection with an offence against a ship."),
    "ship-threat": lazy(
        "Threatening violence against a person on board, destruction of the ship or attack on navigational "
        "facilities, in order to compel a person, when the threat is likely to endanger the ship."
    ),
    "ship-weapon-use": lazy(
        "Using against or on a ship, or discharging from it, an explosive, radioactive material or a biological, "
        "chemical or nuclear weapon so that death or serious injury or damage is caused or likely."
    ),
    "ship-discharge": lazy(
        "Discharging from a ship oil, liquefied natural gas or another hazardous or noxious substance in such "
        "quantity or concentration that death or serious injury or damage is caused or likely."
    ),
    "ship-as-weapon": lazy("Using a ship in a manner that causes death or serious injury or damage."),
    "ship-terrorist-threat": lazy("Threatening one of the three acts of use or discharge."),
    "sea-transport-explosive": lazy(
        "Transporting on board a ship explosive or radioactive material known to be intended for causing, or "
        "threatening, death or serious injury or damage in order to intimidate a population or compel a government "
        "or international organization."
    ),
    "sea-transport-weapon": lazy(
        "Transporting on board a ship a biological, chemical or nuclear weapon known to be one."
    ),
    "sea-transport-nuclear": lazy(
        "Transporting on board a ship source or special fissionable material, or equipment for it, known to be "
        "intended for a nuclear explosive activity or one outside safeguards."
    ),
    "sea-transport-dual-use": lazy(
        "Transporting on board a ship equipment, materials, software or technology that contributes significantly "
        "to a biological, chemical or nuclear weapon, with the intention of that use."
    ),
    "ship-fugitive-transport": lazy(
        "Transporting on board a ship a person known to have committed an offence under the Convention or a treaty "
        "of its annex, intending to help that person to evade prosecution."
    ),
    "platform-seizure": lazy(
        "Seizing a fixed platform on the continental shelf or exercising control over it by force, threat of force "
        "or another form of intimidation."
    ),
    "platform-violence": lazy(
        "Violence against a person on board a fixed platform that is likely to endanger its safety."
    ),
    "platform-destruction": lazy(
        "Destroying a fixed platform, or damaging it so that its safety is likely to be endangered."
    ),
    "platform-device": lazy(
        "Placing on a fixed platform, or having placed on it, a device or substance likely to destroy it or to "
        "endanger its safety."
    ),
    "platform-killing": lazy("Injuring or killing a person in connection with an offence against a fixed platform."),
    "platform-threat": lazy(
        "Threatening violence against a person on board or destruction, in order to compel a person, when the "
        "threat is likely to endanger the platform."
    ),
    "platform-weapon-use": lazy(
        "Using against or on a fixed platform, or discharging from it, an explosive, radioactive material or a "
        "biological, chemical or nuclear weapon so that death or serious injury or damage is caused or likely."
    ),
    "platform-discharge": lazy(
        "Discharging from a fixed platform oil, liquefied natural gas or another hazardous or noxious substance in "
        "such quantity or concentration that death or serious injury or damage is caused or likely."
    ),
    "platform-terrorist-threat": lazy("Threatening one of these two acts."),
    "terrorist-bombing": lazy(
        "Delivering, placing, discharging or detonating an explosive or other lethal device in, into or against a "
        "place of public use, a State or government facility, a public transportation system or an infrastructure "
        "facility."
    ),
    "terrorist-financing": lazy(
        "Providing or collecting funds, by any means, for an act intended to cause death or serious bodily injury "
        "to a person not taking part in hostilities, when its purpose is to intimidate a population or to compel a "
        "government or an international organization."
    ),
    "financing-of-aircraft-seizure": lazy(
        "Providing or collecting funds, by any means, for an act that is an offence as defined in this treaty of "
        "the annex."
    ),
    "financing-of-aviation-offence": lazy(
        "Providing or collecting funds, by any means, for an act that is an offence as defined in this treaty of "
        "the annex."
    ),
    "financing-of-attack-on-protected-person": lazy(
        "Providing or collecting funds, by any means, for an act that is an offence as defined in this treaty of "
        "the annex."
    ),
    "financing-of-hostage-taking": lazy(
        "Providing or collecting funds, by any means, for an act that is an offence as defined in this treaty of "
        "the annex."
    ),
    "financing-of-nuclear-material-offence": lazy(
        "Providing or collecting funds, by any means, for an act that is an offence as defined in this treaty of "
        "the annex."
    ),
    "financing-of-airport-offence": lazy(
        "Providing or collecting funds, by any means, for an act that is an offence as defined in this treaty of "
        "the annex."
    ),
    "financing-of-maritime-offence": lazy(
        "Providing or collecting funds, by any means, for an act that is an offence as defined in this treaty of "
        "the annex."
    ),
    "financing-of-platform-offence": lazy(
        "Providing or collecting funds, by any means, for an act that is an offence as defined in this treaty of "
        "the annex."
    ),
    "financing-of-bombing": lazy(
        "Providing or collecting funds, by any means, for an act that is an offence as defined in this treaty of "
        "the annex."
    ),
    "radioactive-possession": lazy("Possessing radioactive material, or making or possessing a device."),
    "radioactive-use": lazy(
        "Using radioactive material or a device in any way, or using or damaging a nuclear facility so that "
        "radioactive material is released or risks being released."
    ),
    "radioactive-threat": lazy(
        "Threatening credibly to use radioactive material, a device or a nuclear facility in this way."
    ),
    "radioactive-demand": lazy(
        "Demanding radioactive material, a device or a nuclear facility by a credible threat or by force."
    ),
}
