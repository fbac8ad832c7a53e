import { studioEn } from '../src/i18n/studio.en.ts'
import { expect, test } from './playground.ts'
import { Studio } from './studio.ts'

test('what is dropped on a zone that cannot hold it is refused in a sentence, and nothing is added', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  await studio.edit()
  await studio.drag('pod', studio.drawn('private-endpoint'))
  await expect(studio.told).toHaveText(
    'There is no place for a Pod here: put it into a node, or add one first.',
  )
  await expect(studio.drawn('pod-b')).toHaveCount(0)
  await expect(studio.undo).toBeDisabled()
  await studio.drag('pod', studio.drawn('node-1').first())
  await expect(studio.told).toContainText('Pod pod-b added to node-1')
})

test('what goes with a node, and which flows lose an end, is told; one undo brings all of it back', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  await studio.edit()
  await studio.board.press('/')
  await studio.page.keyboard.type('node-1')
  await studio.page.keyboard.press('Enter')
  await expect(studio.told).toContainText('Node node-1')
  await studio.board.press('Delete')
  await expect(studio.told).toHaveText(
    /^Node node-1 and one thing in it deleted\. .* lost an end\.$/,
  )
  await expect(studio.drawn('pod-a')).toBeHidden()
  await studio.undo.click()
  await expect(studio.drawn('pod-a')).toBeVisible()
})

test('a name that is refused in the properties is told at its field, and stays as typed', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  await studio.edit()
  await studio.drawn('pod-a').click()
  const name = studio.page.getByRole('textbox', { name: studioEn.name, exact: true })
  await name.fill('node-1')
  await name.press('Enter')
  await expect(name).toHaveAccessibleDescription('Something else is already called node-1.')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveValue('node-1')
  await name.fill('web')
  await expect(name).toHaveAttribute('aria-invalid', 'false')
  await name.press('Enter')
  await expect(studio.told).toHaveText('pod-a is now called web.')
})
