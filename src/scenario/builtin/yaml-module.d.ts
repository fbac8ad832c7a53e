/** Scenario files are read at build time (vite.config.ts): the page carries no YAML reader for them. */
declare module '*.yaml' {
  export const state: import('../state.ts').ScenarioState
}

/** The build makes a chunk of each file that the pattern finds. */
interface ImportMeta {
  glob<T>(pattern: string, options: { readonly import: string }): Record<string, () => Promise<T>>
}
