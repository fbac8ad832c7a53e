import { expect, test } from './playground.ts'
import { Studio } from './studio.ts'

test('all of it is taken back step by step to the empty canvas, and made again', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  await studio.openEmpty()
  await studio.board.focus()
  const steps = ['vpc', 'cluster', 'node', 'pod', 'on-prem', 'on-prem-host', 'interconnect', 'flow']
  for (const item of steps) {
    await studio.add(item as Parameters<Studio['add']>[0])
    await expect(studio.told).toContainText('added')
    await expect(studio.board).toBeFocused()
  }
  await expect(playground.outcome).toContainText('Dropped at on-prem-1-firewall')
  await studio.findFixes.click()
  await studio.fixes.first().click()
  await expect(playground.outcome).toContainText('Delivered to server-1')
  await playground.switch('defaultSnat').click()

  const shown = ['server-1', 'on-prem-1-firewall', 'pod-1', 'node-1', 'cluster-1', 'vpc-1']
  const counts = async () =>
    Promise.all(shown.map(async (text) => (await studio.drawn(text).count()) > 0))
  const before: number[] = []
  for (let step = 0; step < steps.length + 2; step += 1) {
    await studio.undo.click()
    before.push((await counts()).filter(Boolean).length)
  }
  await expect(studio.board).toContainText('An empty canvas')
  expect(before.at(-1)).toBe(0)
  // Nothing comes back while one goes back.
  expect(before).toEqual(before.toSorted((a, b) => b - a))

  for (let step = 0; step < steps.length + 2; step += 1) {
    await studio.page.keyboard.press('ControlOrMeta+Shift+z')
  }
  await expect(studio.redo).toBeDisabled()
  await expect(playground.switch('defaultSnat')).toHaveAttribute('aria-checked', 'false')
  await studio.page.keyboard.press('ControlOrMeta+z')
  await expect(playground.outcome).toContainText('Delivered to server-1')
  await studio.page.keyboard.press('ControlOrMeta+z')
  await expect(playground.outcome).toContainText('Dropped at on-prem-1-firewall')
  await studio.page.keyboard.press('ControlOrMeta+y')
  await expect(playground.outcome).toContainText('Delivered to server-1')
})

test('strokes are one step, another scenario is one too, and a text field keeps its own undo', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  await expect(studio.undo).toBeDisabled()
  await playground.openEditor()
  await playground.caretAfter('resyncInterval: 60s')
  await studio.page.keyboard.type('\n    # tried')
  await expect(playground.editor).toContainText('# tried')
  await studio.page.keyboard.press('ControlOrMeta+z')
  await expect(playground.editor).not.toContainText('# tried')

  await playground.chooseScenario('dual-stack')
  const name = await playground.scenario.inputValue()
  expect(name).toBe('dual-stack')
  await studio.undo.click()
  await expect(playground.scenario).toHaveValue('private-endpoint-as-is')
})
