/** Scenario files are read at build time (vite.config.ts): the page carries no YAML reader for them. */
declare module '*.yaml' {
  export const state: import('../state.ts').ScenarioState
}
