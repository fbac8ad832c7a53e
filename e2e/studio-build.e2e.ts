import { expect, test } from './playground.ts'
import { Studio } from './studio.ts'

test('from an empty canvas to a connection that works, without typing a line of YAML', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  await studio.openEmpty()

  await studio.item('vpc').dragTo(studio.board, { targetPosition: { x: 120, y: 140 } })
  await expect(studio.told).toContainText('VPC vpc-1 added')
  await studio.drag('cluster', studio.drawn('vpc-1').first())
  await expect(studio.told).toContainText('Cluster cluster-1 added to vpc-1')
  await studio.drag('node', studio.drawn('cluster-1'))
  await expect(studio.told).toHaveText(/^Node node-1 added to cluster-1, 10\.\d+\.\d+\.\d+\.$/)
  await studio.drag('pod', studio.drawn('node-1'))
  await expect(studio.told).toHaveText(/^Pod pod-1 added to node-1, \d+\.\d+\.\d+\.\d+\.$/)
  await studio.item('on-prem').click()
  await expect(studio.drawn('on-prem-1-firewall')).toBeVisible()
  await studio.drag('on-prem-host', studio.drawn('on-prem-1'))
  await expect(studio.told).toContainText('Host server-1 added to on-prem-1')

  await studio.drawn('vpc-1').last().hover()
  await studio.draw(studio.foot('vpc-1'), studio.drawn('on-prem-1'))
  await expect(studio.told).toContainText('connected with On-prem network on-prem-1')
  await expect(studio.drawn('interconnect-1')).toBeVisible()
  await studio.drawn('pod-1').hover()
  await studio.draw(studio.foot('pod-1'), studio.drawn('server-1'))
  await expect(studio.told).toContainText('Pod pod-1 connected with Host server-1.')

  await expect(playground.outcome).toContainText('Dropped at on-prem-1-firewall')
  await studio.findFixes.click()
  await studio.fixes.first().click()
  await expect(playground.outcome).toContainText('Delivered to server-1')
})

test('what is selected is deleted, copied and named together, and flows follow a new name', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  await studio.edit()

  await studio.drawn('pod-a').click()
  await studio.drawn('interconnect').click({ modifiers: ['Shift'] })
  await expect(studio.told).toHaveText('2 things selected')
  await studio.board.press('Delete')
  await expect(studio.drawn('pod-a')).toBeHidden()
  await expect(studio.drawn('interconnect')).toBeHidden()
  await studio.undo.click()
  await expect(studio.drawn('pod-a')).toBeVisible()
  await expect(studio.drawn('interconnect')).toBeVisible()

  await studio.drawn('pod-a').click()
  await studio.page.keyboard.press('ControlOrMeta+c')
  await expect(studio.told).toHaveText('Pod pod-a copied.')
  await studio.page.keyboard.press('ControlOrMeta+v')
  await expect(studio.told).toContainText('Pod pod-b added to node-1')

  await studio.drawn('pod-a').dblclick()
  await studio.page.keyboard.type('web')
  await studio.page.keyboard.press('Enter')
  await expect(studio.told).toHaveText('pod-a is now called web.')
  await expect(studio.drawn('web')).toBeVisible()
  await expect(playground.outcome).toContainText('Dropped at on-prem-firewall')
})

test('a locked map is not changed by accident, and a thing is found by its address', async ({
  playground,
}) => {
  await playground.open()
  const studio = new Studio(playground)
  await studio.edit()
  await studio.locked.click()
  await expect(studio.told).toHaveText('The map is locked.')
  await expect(studio.item('pod')).toBeDisabled()
  await studio.drawn('pod-a').click()
  await studio.board.press('Delete')
  await expect(studio.told).toContainText('locked')
  await expect(studio.drawn('pod-a')).toBeVisible()
  await studio.locked.click()

  await studio.board.press('/')
  await studio.page.keyboard.type('8.8.8')
  const found = studio.page.getByRole('treeitem', { name: 'public-dns' })
  await expect(found).toBeVisible()
  await expect(studio.page.getByRole('treeitem', { name: 'private-endpoint' })).toBeHidden()
  await studio.page.keyboard.press('Enter')
  await expect(studio.told).toContainText('public-dns')
  await expect(studio.board).toBeFocused()
})
