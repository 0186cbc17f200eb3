/** What a page with forms has beside the style of reports. */
export const formStyle = `
.wrap .card h2 { margin-top: 0; }
.choice select { margin-left: .35rem; }
label { display: block; margin: .9rem 0 .25rem; font-weight: 600; } .choice label { display: inline; }
input, textarea, select, button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--quiet); border-radius: .5rem; padding: .5rem .7rem; max-width: 100%; }
input, textarea { width: 100%; } textarea { resize: vertical; font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .9rem; }
input[aria-invalid="true"] { border: 2px solid var(--bad); }
button { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; cursor: pointer; min-height: 2.75rem; }
button:disabled { opacity: .55; cursor: not-allowed; }
code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.line { margin: 0; font-size: .9rem; } .of { margin-bottom: 0; color: var(--quiet); font-size: .88rem; }
.hint { margin: .25rem 0 0; color: var(--quiet); font-size: .88rem; }
.mistake { color: var(--bad); } .mistake:empty { margin: 0; }
.mistake:not(:empty)::before { content: "\\26A0\\FE0E\\00A0"; }
.told:empty { margin: 0; }
html { scroll-padding-bottom: 6rem; }
.told:not(:empty) { position: sticky; bottom: .75rem; z-index: 1; padding: .75rem 1rem; border-left: .35rem solid var(--good); border-radius: .5rem; background: var(--good-bg); }
#unsealed { margin-top: 1.25rem; } #mistakes li { padding: .35rem 0; border-top: 1px solid var(--line); }
progress { width: 12rem; max-width: 100%; accent-color: var(--accent); }
[hidden] { display: none !important; }
`;
