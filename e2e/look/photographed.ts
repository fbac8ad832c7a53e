import { expect, type Playground } from '../playground.ts'

/** A picture of the page once nothing is on its way any more: fonts, chunks, answers; two in a row are then the same. */
export async function photographed(
  { page, packetOnMap }: Playground,
  loading: string,
): Promise<Buffer> {
  await expect(packetOnMap).toBeVisible()
  await expect(page.locator('.all-flows')).toBeVisible()
  await expect(page.getByText(loading)).toHaveCount(0, { timeout: 20_000 })
  await page.evaluate(() => document.fonts.ready)
  const take = () => page.screenshot({ animations: 'disabled', caret: 'hide' })
  let picture = await take()
  await expect(async () => {
    const before = picture
    picture = await take()
    expect(picture.equals(before), 'the page stands still').toBe(true)
  }).toPass({ timeout: 20_000 })
  return picture
}
