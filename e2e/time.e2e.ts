import { en } from '../src/i18n/en.ts'
import { expect, test } from './playground.ts'

const words = en.ui.time

test('apply and wait: a flow that existed keeps its source, a new one does not', async ({
  playground,
}) => {
  await playground.open()
  const time = playground.page.getByRole('region', { name: words.label })
  await expect(time).toHaveCount(0)
  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText('10.1.1.10')
  const moment = (code: keyof typeof words.moments) =>
    time.getByRole('button', { name: words.moments[code] })
  await expect(moment('in-force')).toHaveAttribute('aria-pressed', 'true')
  await moment('projected').click()
  await expect(playground.outcome).toContainText('100.65.0.50')
  await moment('in-force').click()
  await expect(playground.outcome).toContainText('10.1.1.10')
  await time.getByLabel(words.flow).selectOption({ label: words.existing })
  await expect(playground.outcome).toContainText('100.65.0.50')
  await time.getByLabel(words.flow).selectOption({ label: words.fresh })
  await expect(playground.outcome).toContainText('10.1.1.10')
})
