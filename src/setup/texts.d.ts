/** Files of this repository that are told to others as they are: what `with { type: 'text' }` imports. */
declare module '*.yml' {
  const text: string;
  export default text;
}
declare module '*/CODEOWNERS' {
  const text: string;
  export default text;
}
