import { ARTICLE, MISTAKES, manifest } from './config-texts.ts'
import { expect, type Playground, test } from './playground.ts'

const DROPPED = 'Dropped at on-prem-firewall. Source seen: 100.65.0.50 (Pod).'
const DELIVERED = 'Delivered to private-endpoint. Source seen: 10.1.1.10 (node).'

/** The ConfigMap is in the cluster and open in the editor. */
async function openApplied(playground: Playground): Promise<void> {
  await playground.open()
  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText(DELIVERED)
  await playground.openEditor()
}

test('the verdict follows what is typed, and undo takes it back', async ({ playground }) => {
  await openApplied(playground)
  const draft = await playground.typed()
  await playground.caretAfter('172.16.0.0/12')
  for (const _ of '172.16.0.0/12') await playground.page.keyboard.press('Backspace')
  await playground.page.keyboard.type('10.0.0.0/8', { delay: 15 })
  await expect(playground.outcome).toContainText(DROPPED)
  await expect(playground.configStatus).toContainText('The agent has accepted this ConfigMap.')
  await expect(playground.hop('node-1 · nat POSTROUTING')).toContainText('10.0.0.0/8')
  await expect(async () => {
    await playground.page.keyboard.press('ControlOrMeta+z')
    expect(await playground.typed()).toBe(draft)
  }).toPass()
  await expect(playground.outcome).toContainText(DELIVERED)
})

test('a draft decides nothing until it is applied', async ({ playground }) => {
  await playground.open()
  await playground.openEditor()
  await expect(playground.configStatus).toContainText('Draft: not in the cluster')
  await playground.paste(manifest('nonMasqueradeCIDRs: [10.1.1.0/24]'))
  await expect(playground.configStatus).toContainText('Draft: not in the cluster')
  await expect(playground.outcome).toContainText(DROPPED)
  await playground.panel.getByRole('button', { name: 'Apply the ConfigMap' }).click()
  await expect(playground.outcome).toContainText(DELIVERED)
})

for (const { what, text, by, says, line } of MISTAKES) {
  test(`${what}: ${by}’s own words at line ${line}, and the old rules stay`, async ({
    playground,
  }) => {
    await openApplied(playground)
    await playground.paste(text)
    await expect(playground.configStatus).toContainText(`${by} refuses the`)
    await expect(playground.configStatus).toContainText(`line ${line}`)
    await expect(playground.configStatus.getByRole('code').last()).toHaveText(says)
    await expect(playground.configStatus).toContainText('stay in force')
    await expect(playground.editor).toHaveAttribute('aria-invalid', 'true')
    await expect(playground.outcome).toContainText(DELIVERED)
    expect(await playground.typed()).toBe(text)

    await playground.reload()
    await expect(playground.configStatus.getByRole('code').last()).toHaveText(says)
    await expect(playground.outcome).toContainText(DELIVERED)
    expect(await playground.typed()).toBe(text)
  })
}

test('the article’s ConfigMap is accepted as it stands, and its odd key explained', async ({
  playground,
}) => {
  await playground.open()
  await playground.openEditor()
  await playground.paste(ARTICLE)
  await playground.panel.getByRole('button', { name: 'Apply the ConfigMap' }).click()
  await expect(playground.outcome).toContainText(DELIVERED)
  await expect(playground.configStatus).toContainText('The agent has accepted this ConfigMap.')
  await expect(playground.panel).toContainText(
    'nonMasqueradeCIDRS is accepted as nonMasqueradeCIDRs',
  )
})

test('a new agent that finds only a refused ConfigMap keeps to its default ranges', async ({
  playground,
}) => {
  await openApplied(playground)
  await playground.paste(manifest('nonMasqueradeCIDRs: [10.0.0.1/8]'))
  await expect(playground.outcome).toContainText(DELIVERED)
  await playground.switch('defaultSnat').click()
  await expect(playground.outcome).toContainText(DROPPED)
  await playground.switch('defaultSnat').click()
  await expect(playground.configStatus).toContainText('is not aligned')
  await expect(playground.outcome).toContainText(DROPPED)
  await expect(playground.hop('node-1 · nat POSTROUTING')).toContainText(
    'a default non-masquerade range',
  )
})

test('a blank that is none, pasted from a chat, can be seen and keeps the rules that stand', async ({
  playground,
}) => {
  await openApplied(playground)
  await playground.paste(
    'nonMasqueradeCIDRs:\n\u00a0\u00a0- 10.0.0.0/8 # \u3000a wide blank in a note\n',
  )
  await expect(playground.editor.locator('.cm-unseen')).toHaveText(['U+00A0', 'U+00A0'])
  await expect(playground.configStatus).toContainText('The rules written before stay in force.')
  await expect(playground.outcome).toContainText(DELIVERED)
})
