import AxeBuilder from '@axe-core/playwright'
import { guideEn } from '../src/i18n/guide/guide.en.ts'
import { studioEn } from '../src/i18n/studio.en.ts'
import { expect, test } from './playground.ts'
import { Studio } from './studio.ts'

test('the same with the keyboard alone', async ({ playground }) => {
  await playground.open()
  const studio = new Studio(playground)
  const { keyboard } = studio.page
  await playground.scenario.focus()
  // It is the last of the list.
  await keyboard.press('End')
  await expect(studio.board).toBeVisible()
  await keyboard.press('Tab')
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await studio.board.evaluate((board) => board === document.activeElement)) break
    await keyboard.press('Tab')
  }
  await expect(studio.board).toBeFocused()

  const steps = ['vpc', 'cluster', 'node', 'pod', 'on-prem', 'on-prem-host'] as const
  for (const item of steps) {
    await studio.add(item)
    await expect(studio.told).toContainText('added')
    await expect(studio.board).toBeFocused()
  }
  await expect(studio.drawn('on-prem-1-firewall')).toBeVisible()

  // Found in the outline, selected, and connected by a dialog.
  await keyboard.press('/')
  await keyboard.type('vpc-1')
  await keyboard.press('Enter')
  await expect(studio.board).toBeFocused()
  await studio.pick('c', studioEn.connectTitle('vpc-1'), 'on-prem-1')
  await expect(studio.drawn('interconnect-1')).toBeVisible()
  await keyboard.press('/')
  await keyboard.type('pod-1')
  await keyboard.press('Enter')
  await studio.pick('c', studioEn.connectTitle('pod-1'), 'server-1')
  await expect(playground.outcome).toContainText('Dropped at on-prem-1-firewall')

  await studio.findFixes.focus()
  await keyboard.press('Enter')
  await studio.fixes.first().focus()
  await keyboard.press('Enter')
  await expect(playground.outcome).toContainText('Delivered to server-1')
})

test('arrows walk over the map, Alt moves, F2 names, M moves into another zone, and ? tells them all', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  const { keyboard } = studio.page
  await studio.edit()
  await studio.board.focus()
  await studio.add('node')
  await expect(studio.told).toContainText('Node node-2 added to gke-cluster')

  await keyboard.press('/')
  await keyboard.type('pod-a')
  await keyboard.press('Enter')
  await expect(studio.told).toHaveText('Pod pod-a, 100.65.0.50, in node-1')
  await keyboard.press('Alt+ArrowRight')
  await expect(studio.told).toHaveText('Pod pod-a moved.')
  await studio.pick('m', studioEn.moveTitle('pod-a'), 'node-2')
  await expect(studio.told).toContainText('Pod pod-a moved into node-2')
  await keyboard.press('F2')
  await keyboard.type('client')
  await keyboard.press('Enter')
  await expect(studio.told).toHaveText('pod-a is now called client.')
  await keyboard.press('ArrowRight')
  await expect(studio.told).not.toContainText('client')

  await keyboard.press('/')
  await keyboard.type('client')
  await keyboard.press('Enter')
  await expect(studio.told).toContainText('Pod client')
  await keyboard.press('Enter')
  await expect(studio.page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(studio.board).toBeFocused()
  await keyboard.press('?')
  await expect(studio.dialog(guideEn.shortcuts.title)).toContainText('Ctrl+Shift+Z')
})

test('a name that is refused stays in its field with the reason, until another one is taken', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  const { keyboard } = studio.page
  await studio.edit()
  await studio.board.press('/')
  await keyboard.type('pod-a')
  await keyboard.press('Enter')
  await expect(studio.told).toContainText('Pod pod-a')
  await keyboard.press('F2')
  const field = studio.board.getByRole('textbox', { name: studioEn.renameTitle('pod-a') })
  await field.fill('node-1')
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription('Something else is already called node-1.')
  await expect(studio.board.getByRole('alert')).toBeVisible()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('node-1')
  await field.fill('')
  await expect(studio.board.getByRole('alert')).toHaveCount(0)
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription('A name is needed.')
  // Leaving it does not lose it either.
  await field.fill('-web')
  await studio.switch.focus()
  await expect(field).toHaveAccessibleDescription(/^-web cannot be a name/)
  await expect(field).toHaveValue('-web')
  await field.fill('web')
  await field.press('Enter')
  await expect(field).toBeHidden()
  await expect(studio.told).toHaveText('pod-a is now called web.')
  await expect(studio.board).toBeFocused()

  // The same by the dialog; Escape on the map leaves the name as it is.
  await keyboard.press('F2')
  await keyboard.type('never')
  await keyboard.press('Escape')
  await expect(studio.board).toBeFocused()
  await expect(studio.drawn('web')).toBeVisible()
  await studio.page.getByRole('button', { name: studioEn.rename, exact: true }).press('Enter')
  const dialog = studio.dialog(studioEn.renameTitle('web'))
  const name = dialog.getByRole('textbox', { name: studioEn.name })
  await name.fill('node-1')
  await dialog.getByRole('button', { name: studioEn.ok }).press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText('Something else is already called node-1.')
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('node-1')
  await name.fill('client')
  await name.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(studio.told).toHaveText('web is now called client.')

  // Whoever ends drawing has done with a name that was refused.
  await studio.board.press('F2')
  await keyboard.type('node-1')
  await studio.switch.click()
  await studio.edit()
  await expect(studio.drawn('client')).toBeVisible()
  await expect(studio.board.getByRole('textbox')).toHaveCount(0)
})

test('a filter that nothing fits leaves no empty list to those who hear the page', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  await studio.edit()
  await studio.board.press('a')
  const dialog = studio.dialog(studioEn.addTitle)
  await studio.page.keyboard.type('no such thing')
  await expect(dialog).toContainText(studioEn.nothingFits)
  const axe = new AxeBuilder({ page: studio.page }).include('dialog[open]').setLegacyMode()
  expect((await axe.analyze()).violations).toEqual([])
})
