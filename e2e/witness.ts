import type { Page } from '@playwright/test'

/** Takes down what a page must not do, from before it loads until it is closed. */
export interface Witness {
  /** Everything that was seen so far, in words. */
  readonly complaints: () => Promise<readonly string[]>
}

/**
 * Nothing may be said on the console, thrown, or blocked by the page's policy; every request goes to
 * `origin`; and once the page says that it is loaded there is none. `tolerated` is what a journey
 * brings about on purpose.
 */
export async function witness(
  page: Page,
  origin: string,
  tolerated: RegExp | null,
): Promise<Witness> {
  const seen: string[] = []
  let loaded = false
  page.on('console', (message) => {
    if (/^(error|warning|assert)$/.test(message.type())) {
      seen.push(`console ${message.type()}: ${message.text()} ${message.location().url}`)
    }
  })
  page.on('pageerror', (error) => seen.push(`thrown: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (request.isNavigationRequest()) loaded = false
    if (/^(data|blob):/.test(url)) return
    if (new URL(url).origin !== origin) seen.push(`request to another origin: ${url}`)
    if (loaded) seen.push(`request after the page was loaded: ${url}`)
  })
  await page.exposeFunction('tellLoaded', () => {
    loaded = true
  })
  await page.addInitScript(watchInside)
  return {
    complaints: async () => {
      const late = page.isClosed() ? [] : await page.evaluate(resourcesAfterLoad)
      return [...seen, ...late.map((url) => `resource after the page was loaded: ${url}`)].filter(
        (complaint) => !tolerated?.test(complaint),
      )
    },
  }
}

declare global {
  var tellLoaded: (() => void) | undefined
}

/** Runs in the page, before any script of its own. */
function watchInside(): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`policy violated: ${violatedDirective} ${blockedURI}`),
  )
  const observer = new MutationObserver(() => {
    if (document.documentElement?.getAttribute('data-loaded') !== 'true') return
    observer.disconnect()
    performance.mark('loaded')
    globalThis.tellLoaded?.()
  })
  observer.observe(document, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-loaded'],
  })
}

/** Runs in the page: what it fetched between saying so and our hearing of it counts as well. */
function resourcesAfterLoad(): readonly string[] {
  const at = performance.getEntriesByName('loaded')[0]?.startTime ?? Number.POSITIVE_INFINITY
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime > at)
    .map(({ name }) => name)
}
