/** The element of the page with this id. Throws where the page has none, or one of another kind. */
function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} called ${id}.`);
  return found;
}

/** What the page is worked with. */
export function findElements() {
  return {
    language: find('language', HTMLSelectElement),
    one: find('one', HTMLFormElement),
    handle: find('handle', HTMLInputElement),
    number: find('number', HTMLInputElement),
    numberHint: find('number-hint', HTMLElement),
    oneMistake: find('one-mistake', HTMLElement),
    several: find('several', HTMLFormElement),
    many: find('many', HTMLTextAreaElement),
    progress: find('progress', HTMLProgressElement),
    working: find('working', HTMLElement),
    status: find('status', HTMLElement),
    unsealed: find('unsealed', HTMLElement),
    unsealedHeading: find('unsealed-heading', HTMLElement),
    mistakes: find('mistakes', HTMLElement),
    results: find('results', HTMLElement),
    result: find('result', HTMLTextAreaElement),
    copy: find('copy', HTMLButtonElement),
    tooOld: find('too-old', HTMLElement),
  };
}

/** The elements of the page by what they are for. */
export type PageElements = ReturnType<typeof findElements>;
