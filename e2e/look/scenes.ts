import { en } from '../../src/i18n/en.ts'
import { ko } from '../../src/i18n/ko.ts'

/** What is photographed: three moments that tell what the product is about, each as the link that shows it. */
export const SCENES = [
  {
    name: 'dropped-at-the-firewall',
    link: '#scenario=private-endpoint-as-is&tab=chain&lang=en',
    words: en,
  },
  {
    name: 'rewritten-twice',
    link: '#scenario=private-node-cloud-nat&hop=4&tab=packet&lang=en',
    words: en,
  },
  {
    name: 'cilium-in-korean',
    link: '#scenario=cilium-ebpf-ip-masq-agent&hop=3&tab=chain&lang=ko',
    words: ko,
  },
] as const

export const THEMES = ['light', 'dark'] as const

export const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const
