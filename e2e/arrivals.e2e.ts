import AxeBuilder from '@axe-core/playwright'
import { arrivalsEn } from '../src/i18n/arrivals.en.ts'
import { arrivalsJa } from '../src/i18n/arrivals.ja.ts'
import { arrivalsKo } from '../src/i18n/arrivals.ko.ts'
import { detectiveEn } from '../src/i18n/detective.en.ts'
import { expect, type Playground, test } from './playground.ts'

async function openArrivals({ page }: Playground) {
  await page.getByRole('button', { name: detectiveEn.allow }).click()
  return page.getByRole('dialog', { name: arrivalsEn.title })
}

const clipboard = ({ page }: Playground): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText())

test('every flow that leaves is a row: source seen, what to allow, and whether it is', async ({
  visitor,
}) => {
  const playground = await visitor()
  await playground.open()
  const dialog = await openArrivals(playground)
  const row = (flow: string) => dialog.getByRole('row').filter({ hasText: flow })
  await expect(dialog.getByRole('row')).toHaveCount(4)
  await expect(row('pod-to-endpoint')).toContainText('100.65.0.50100.65.0.0/16any Pod of the range')
  await expect(row('pod-to-endpoint')).toContainText('TCP 443no')
  await expect(row('node-to-endpoint')).toContainText('yes, by 10.1.1.0/24')
  await expect(row('pod-to-internet')).toContainText('203.0.113.7/32')

  await dialog.getByRole('button', { name: 'Copy as TSV' }).click()
  await expect(dialog.getByRole('status').first()).toHaveText(arrivalsEn.copied)
  expect((await clipboard(playground)).split('\n')[1]?.split('\t')).toEqual([
    'pod-to-endpoint',
    'on-prem (on-prem-firewall)',
    '100.65.0.50',
    '100.65.0.0/16',
    '10.2.1.100 (private-endpoint)',
    'TCP 443',
    'no',
  ])
  await dialog.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect.poll(() => clipboard(playground)).toContain('| --- | --- |')
  await dialog.getByRole('button', { name: 'Copy as CSV' }).click()
  await expect.poll(() => clipboard(playground)).toContain('pod-to-endpoint,on-prem (on-prem-fire')
  await playground.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('the request, in the language of whoever keeps the firewall', async ({ visitor }) => {
  const playground = await visitor()
  await playground.open()
  const dialog = await openArrivals(playground)
  for (const [words, begins] of [
    [arrivalsEn, 'Subject: Firewall change request: gke-cluster to on-prem'],
    [arrivalsKo, '제목: 방화벽 정책 변경 신청 - gke-cluster → on-prem'],
    [arrivalsJa, '件名: ファイアウォール設定変更の申請（gke-cluster → on-prem）'],
  ] as const) {
    await dialog.getByRole('button', { name: words.requestLabel, exact: true }).click()
    await dialog.getByRole('button', { name: words.copyRequest }).click()
    await expect.poll(() => clipboard(playground)).toContain(begins)
    const text = await clipboard(playground)
    expect(text).toContain('100.65.0.0/16')
    expect(text).toContain('10.2.1.100 (private-endpoint)')
    expect(text).toContain('$ kubectl exec pod-a -- nc -vz 10.2.1.100 443')
    expect(text).toContain('node-1# iptables -t nat -L IP-MASQ -n -v')
    expect(text).toContain('[UNREPLIED]')
  }
})

test('what arrives changes with the scenario', async ({ visitor }) => {
  const playground = await visitor()
  await playground.open()
  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText('10.1.1.10')
  const dialog = await openArrivals(playground)
  const row = dialog.getByRole('row').filter({ hasText: 'pod-to-endpoint' })
  await expect(row).toContainText('10.1.1.1010.1.1.0/24any node of the subnet')
  await expect(row).toContainText('yes, by 10.1.1.0/24')
  await expect(dialog.getByRole('textbox', { name: arrivalsEn.requestLabel })).toHaveValue(
    /seen at present: 10\.1\.1\.10/,
  )
  const axe = new AxeBuilder({ page: playground.page }).setLegacyMode()
  expect((await axe.analyze()).violations).toEqual([])
})
