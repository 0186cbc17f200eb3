/** The program of a page in one text, with all that it imports: what `with { type: 'text' }` imports (scripts/page-bundle.mjs). */
declare module '*?bundle' {
  const script: string;
  export default script;
}
