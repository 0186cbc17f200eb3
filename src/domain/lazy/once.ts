/** What a function gives, made when it is first asked for and kept for whoever asks again. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The same for each text: what a function gives for it, made when it is first asked for and kept. Never undefined. */
export function onceEach<Value extends NonNullable<unknown>>(
  make: (text: string) => Value,
): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
  };
}
