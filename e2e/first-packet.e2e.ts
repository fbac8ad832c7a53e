import { expect, test } from './playground.ts'

const AS_IS = 'Dropped at on-prem-firewall. Source seen: 100.65.0.50 (Pod).'
const TO_BE = 'Delivered to private-endpoint. Source seen: 10.1.1.10 (node).'

test('a Pod’s packet dies at the on-prem firewall, and arrives once the ConfigMap is applied', async ({
  playground,
}) => {
  await playground.open()
  await expect(playground.outcome).toContainText(AS_IS)
  await expect(playground.hop('node-1 · nat POSTROUTING')).toContainText('10.0.0.0/8')
  await expect(playground.hop('node-1 · nat POSTROUTING')).toContainText('source kept')
  const firewall = playground.hop('on-prem-firewall · firewall')
  await expect(firewall).toContainText('100.65.0.50→10.2.1.100:443')
  await expect(firewall).toContainText('lets in only 10.1.1.0/24, and 100.65.0.50 is outside')
  await expect(firewall).toContainText('dropped')
  await expect(playground.reply).toHaveCount(0)

  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText(TO_BE)
  const rewrite = playground.hop('node-1 · nat POSTROUTING')
  await expect(rewrite).toContainText('source changed')
  await expect(rewrite.getByRole('deletion')).toHaveText('100.65.0.50')
  await expect(playground.hop('on-prem-firewall · firewall')).toContainText('10.1.1.10')
  await expect(playground.hop('private-endpoint · arrival')).toContainText(
    'which sees 10.1.1.10 as its source',
  )
})

test('the reply goes to the node, and conntrack turns it back to the Pod', async ({
  playground,
}) => {
  await playground.open()
  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText(TO_BE)
  const back = playground.hop('node-1 · conntrack', playground.reply)
  await expect(back.getByRole('deletion')).toHaveText('10.1.1.10')
  await expect(back).toContainText('destination changed back')
  await expect(playground.reply.getByRole('listitem').last()).toContainText(
    '10.2.1.100→100.65.0.50',
  )
})

test('the same connection from the node works without any ConfigMap', async ({ playground }) => {
  await playground.open()
  await playground.sendFrom('node-1')
  await expect(playground.outcome).toContainText(TO_BE)
})

test('with default SNAT off the Pod’s address survives, and Cloud NAT decides the internet', async ({
  playground,
}) => {
  await playground.open()
  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText(TO_BE)

  await playground.switch('defaultSnat').click()
  await expect(playground.outcome).toContainText(AS_IS)
  await playground.send('8.8.8.8')
  await expect(playground.outcome).toContainText(
    'Delivered to public-dns. Source seen: 203.0.113.7 (public address).',
  )
  await expect(playground.hop('node-1 · nat POSTROUTING')).toContainText('source kept')
  const cloudNat = playground.hop('cloud-nat · Cloud NAT')
  await expect(cloudNat.getByRole('deletion')).toHaveText('100.65.0.50')
  await expect(cloudNat).toContainText('203.0.113.7')

  await playground.chooseScenario('default-snat-off-uncovered')
  await expect(playground.outcome).toContainText(
    'Dropped at cloud-nat. Source seen: 100.65.0.50 (Pod).',
  )
  await expect(playground.hop('cloud-nat · Cloud NAT')).toContainText(
    'covers only 10.1.1.0/24, so 100.65.0.50 gets no public address',
  )

  await playground.switch('defaultSnat').click()
  await expect(playground.outcome).toContainText(
    'Delivered to public-dns. Source seen: 203.0.113.7 (public address).',
  )
  await expect(playground.hop('node-1 · nat POSTROUTING').getByRole('deletion')).toHaveText(
    '100.65.0.50',
  )
  await expect(playground.hop('cloud-nat · Cloud NAT').getByRole('deletion')).toHaveText(
    '10.1.1.10',
  )
})

test('the metadata server sees the Pod, or the node where link-local is masqueraded', async ({
  playground,
}) => {
  await playground.open()
  await playground.send('169.254.169.254:80')
  const seesPod = 'Delivered to the metadata server. Source seen: 100.65.0.50 (Pod).'
  const seesNode = 'Delivered to the metadata server. Source seen: 10.1.1.10 (node).'
  await expect(playground.outcome).toContainText(seesPod)
  const masqLinkLocal = playground.switch('masqLinkLocal')
  await masqLinkLocal.click()
  await expect(masqLinkLocal).toBeChecked()
  await expect(playground.outcome).toContainText(seesNode)
  await masqLinkLocal.click()
  await expect(masqLinkLocal).not.toBeChecked()
  await expect(playground.outcome).toContainText(seesPod)
})
