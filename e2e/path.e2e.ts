import { ko } from '../src/i18n/ko.ts'
import { pathEn } from '../src/i18n/path.en.ts'
import { pathKo } from '../src/i18n/path.ko.ts'
import type { PathWords } from '../src/i18n/path-words.ts'
import { expect, type Playground, test } from './playground.ts'

const pathOf = ({ twin }: Playground, words: PathWords = pathEn) =>
  twin.getByRole('region', { name: words.title })

test('the opening scenario fails at the far firewall, and the answer leads the packet there', async ({
  playground,
}) => {
  await playground.open()
  await expect(playground.outcome).toContainText('It times out.')
  const path = pathOf(playground)
  await expect(path.getByRole('listitem')).toHaveText([
    '✓Node',
    '✓Route there',
    '✓Egress firewallEgress firewall: passed, taken for granted',
    '–Second translationSecond translation: not needed',
    '✕Far firewall',
    '·DestinationDestination: not reached',
    '·Route backRoute back: not reached',
    '·Return stateReturn state: not reached',
  ])
  await expect(path.getByText('First step that fails: Far firewall.')).toBeVisible()

  await path.getByRole('button', { name: 'Node: passed' }).click()
  await expect(playground.root).toHaveAttribute('data-hop', '3')
  const failed = path.getByRole('button', { name: 'Far firewall: failed' })
  await failed.click()
  await expect(playground.root).toHaveAttribute('data-hop', '6')
  await expect(failed).toHaveAttribute('aria-current', 'step')
  await expect(path.getByRole('button', { name: 'Destination' })).toHaveCount(0)

  await path.getByText(pathEn.seen).click()
  await expect(path).toContainText('Linux repeats for about two minutes')
  await expect(path).toContainText(
    'curl: (28) Failed to connect to 10.2.1.100 port 443 after 3000 ms: Timeout was reached',
  )
  await expect(path).toContainText('port 443 (tcp) failed: Connection timed out')
  await expect(path).toContainText('ERR_CONNECTION_TIMED_OUT')
})

test('what arrives passes every question that its path asks, and nothing is said to fail', async ({
  playground,
}) => {
  await playground.open()
  await playground.sendFrom('node-1')
  await expect(playground.outcome).toContainText('Delivered to private-endpoint')
  const path = pathOf(playground)
  await expect(path.getByRole('listitem').filter({ hasText: '✕' })).toHaveCount(0)
  await expect(path.getByRole('listitem').last()).toHaveText('✓Return state')
  await expect(path.getByText('First step that fails')).toHaveCount(0)
  await path.getByRole('button', { name: 'Return state: passed' }).click()
  await expect(playground.reply.getByRole('listitem').last()).toHaveAttribute(
    'aria-current',
    'step',
  )
})

test('a port that is closed answers with a reset, and says so at once', async ({ playground }) => {
  await playground.open()
  await playground.sendFrom('node-1')
  await playground.send('10.2.1.100:8080')
  await expect(playground.outcome).toContainText('It is refused at once.')
  const path = pathOf(playground)
  await expect(path.getByText('First step that fails: Destination.')).toBeVisible()
  await path.getByText(pathEn.seen).click()
  await expect(path).toContainText('Connection refused')
  await expect(path).toContainText('curl: (7) Failed to connect to 10.2.1.100 port 8080 after 0 ms')
})

test('the path is told in Korean', async ({ visitor }) => {
  const playground = await visitor({ locale: 'ko-KR' }, ko)
  await playground.open()
  await expect(playground.outcome).toContainText('시간이 초과됩니다.')
  const path = pathOf(playground, pathKo)
  await expect(path.getByText('처음 실패하는 단계: 상대 측 방화벽.')).toBeVisible()
  await path.getByText(pathKo.seen).click()
  await expect(path).toContainText('약 2분간 재전송하다가')
})
