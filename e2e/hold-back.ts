import type { Page } from '@playwright/test'

/** Files whose address has this pattern do not come until what is returned is called. */
export async function holdBack(page: Page, pattern: string): Promise<() => void> {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(pattern, async (route) => {
    await released
    await route.continue()
  })
  return release
}
