// Passkeys: the browser asks the person, the form carries the answer. Without this module, passwords and codes serve.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const withBytes = (list) => (list ?? []).map((entry) => ({ ...entry, id: toBytes(entry.id) }));

const make = ({ publicKey }) =>
  navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
      excludeCredentials: withBytes(publicKey.excludeCredentials),
      // With such a passkey a person can sign in alone, and not only confirm a password.
      authenticatorSelection: {
        ...publicKey.authenticatorSelection,
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
    },
  });

const use = ({ publicKey }) =>
  navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      allowCredentials: withBytes(publicKey.allowCredentials),
    },
  });

const asData = (credential) => {
  const { response } = credential;
  const told = { clientDataJSON: toText(response.clientDataJSON) };
  if (response.attestationObject) {
    told.attestationObject = toText(response.attestationObject);
    told.transports = response.getTransports?.() ?? [];
  } else {
    told.authenticatorData = toText(response.authenticatorData);
    told.signature = toText(response.signature);
    told.userHandle = response.userHandle ? toText(response.userHandle) : null;
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: told,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  };
};

const wrappedOptions = async (form) => {
  if (form.dataset.options) {
    const answer = await fetch(form.dataset.options, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    return (await answer.json()).request_options;
  }
  const given = JSON.parse(document.getElementById("passkey-options").textContent);
  return given.creation_options ?? given.request_options;
};

for (const place of document.querySelectorAll('[data-behaviour~="passkey"]')) {
  if (!window.PublicKeyCredential) continue;
  place.hidden = false;
  const form = place.querySelector("form");
  const trouble = place.querySelector('[role="alert"]');
  place.querySelector('button[type="button"]').addEventListener("click", async () => {
    trouble.hidden = true;
    try {
      const options = await wrappedOptions(form);
      const credential = await (place.dataset.passkey === "make" ? make(options) : use(options));
      form.elements.credential.value = JSON.stringify(asData(credential));
    } catch {
      trouble.hidden = false;
      return;
    }
    form.submit();
  });
}
