import type { Locator } from '@playwright/test'
import { Hands } from './hands.ts'
import { expect, type Playground, test } from './playground.ts'

const AS_IS = 'Dropped at on-prem-firewall. Source seen: 100.65.0.50 (Pod).'
const TO_BE = 'Delivered to private-endpoint. Source seen: 10.1.1.10 (node).'

const tabTo = (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> =>
  new Hands(target.page()).tabTo(target, key)

test('the first packet is followed, fixed and followed again with the keyboard alone', async ({
  playground,
}) => {
  await playground.open()
  const { keyboard } = playground.page
  await expect(playground.outcome).toContainText(AS_IS)

  await tabTo(playground.page.getByRole('button', { name: 'Skip to the map' }))
  await keyboard.press('Enter')
  await expect(playground.map).toBeFocused()
  await keyboard.press('Home')
  await expect(playground.root).toHaveAttribute('data-hop', '1')
  for (const hop of ['2', '3']) {
    await keyboard.press('ArrowRight')
    await expect(playground.root).toHaveAttribute('data-hop', hop)
  }
  await expect(playground.hop('node-1 · nat POSTROUTING')).toHaveAttribute('aria-current', 'step')
  await keyboard.press('ArrowLeft')
  await expect(playground.root).toHaveAttribute('data-hop', '2')
  await keyboard.press('End')
  await expect(playground.hop('on-prem-firewall · firewall')).toHaveAttribute(
    'aria-current',
    'step',
  )

  await tabTo(playground.switch('configMap'), 'Shift+Tab')
  await keyboard.press('Space')
  await expect(playground.switch('configMap')).toBeChecked()
  await expect(playground.outcome).toContainText(TO_BE)
  await expect(playground.hop('node-1 · nat POSTROUTING').getByRole('deletion')).toHaveText(
    '100.65.0.50',
  )

  await tabTo(playground.switch('defaultSnat'), 'Shift+Tab')
  await keyboard.press('Space')
  await expect(playground.outcome).toContainText(AS_IS)
  await keyboard.press('Space')
  await expect(playground.switch('defaultSnat')).toBeChecked()

  await sendByKeyboard(playground, '169.254.169.254:80')
  await expect(playground.outcome).toContainText('the metadata server. Source seen: 100.65.0.50')
  await tabTo(playground.switch('masqLinkLocal'), 'Shift+Tab')
  await keyboard.press('Space')
  await expect(playground.outcome).toContainText('the metadata server. Source seen: 10.1.1.10')
  await keyboard.press('Space')
  await expect(playground.outcome).toContainText('the metadata server. Source seen: 100.65.0.50')

  await tabTo(playground.scenario, 'Shift+Tab')
  await keyboard.press('Home')
  for (const _ of ['to-be', 'default-snat-off', 'uncovered']) await keyboard.press('ArrowDown')
  await expect(playground.outcome).toContainText(
    'Dropped at cloud-nat. Source seen: 100.65.0.50 (Pod).',
  )
})

async function sendByKeyboard(playground: Playground, to: string): Promise<void> {
  await tabTo(playground.destination)
  await playground.page.keyboard.press('ControlOrMeta+a')
  await playground.page.keyboard.type(to)
  await playground.page.keyboard.press('Enter')
}

test('playback answers to the keyboard, and every control of it is reached', async ({
  playground,
}) => {
  await playground.open()
  const { keyboard } = playground.page
  await tabTo(playground.button('first'))
  await keyboard.press('Enter')
  await expect(playground.scrubber).toHaveValue('0')
  await tabTo(playground.button('forward'))
  await keyboard.press('Space')
  await expect(playground.scrubber).toHaveValue('1')
  await tabTo(playground.scrubber)
  await keyboard.press('ArrowRight')
  await expect(playground.scrubber).toHaveValue('2')
  await expect(playground.root).toHaveAttribute('data-step', 'done')
  await keyboard.press(',')
  await expect(playground.root).toHaveAttribute('data-step', /^\d+$/)
  await tabTo(playground.speed)
  await keyboard.press('End')
  await expect(playground.speed).toHaveValue('4')
  await tabTo(playground.page.getByRole('button', { name: 'vpc · VPC routes' }))
  await keyboard.press('Enter')
  await expect(playground.scrubber).toHaveValue('3')
})

test('the editor takes Tab as indent, and Escape and Tab lead out of it', async ({
  playground,
}) => {
  await playground.open()
  const { keyboard } = playground.page
  await tabTo(playground.tab('chain'))
  await keyboard.press('ArrowRight')
  await expect(playground.tab('config')).toBeFocused()
  await tabTo(playground.editor)
  const before = await playground.typed()
  await keyboard.press('Tab')
  await expect(async () => {
    expect(await playground.typed()).toBe(`  ${before}`)
  }).toPass()
  await keyboard.press('ControlOrMeta+z')
  await keyboard.press('Escape')
  await tabTo(playground.page.getByRole('button', { name: 'Apply the ConfigMap' }).last())
  await keyboard.press('Enter')
  await expect(playground.outcome).toContainText(TO_BE)

  await tabTo(playground.editor, 'Shift+Tab')
  await keyboard.press('Escape')
  await tabTo(playground.tab('config'), 'Shift+Tab')
  expect(await playground.typed()).toBe(before)
})

test('the share dialog opens, copies and closes by keyboard, and gives the focus back', async ({
  playground,
}) => {
  await playground.open()
  const { keyboard } = playground.page
  await tabTo(playground.shareButton)
  await keyboard.press('Enter')
  await expect(playground.shareDialog).toBeVisible()
  await tabTo(playground.shareDialog.getByRole('button', { name: 'Copy link' }))
  await keyboard.press('Enter')
  await expect(playground.shareDialog.getByRole('status')).toHaveText('Link copied')
  await keyboard.press('Escape')
  await expect(playground.shareDialog).toBeHidden()
  await expect(playground.shareButton).toBeFocused()
})
