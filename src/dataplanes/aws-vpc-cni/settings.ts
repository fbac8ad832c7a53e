import type { Setting, SettingPlace } from '../setting.ts'
import type { AwsSetting } from './codes.ts'
import { EXCLUDED, EXTERNAL, RANDOM } from './environment.ts'

const variable = (name: string): SettingPlace => ({
  in: 'environment',
  manifest: { kind: 'DaemonSet', name: 'aws-node' },
  container: 'aws-node',
  name,
})

export const SETTINGS: readonly (Setting & { readonly key: AwsSetting })[] = [
  {
    key: 'externalSnat',
    control: { kind: 'switch' },
    place: variable(EXTERNAL),
    absent: false,
    prominent: true,
  },
  {
    key: 'excludeSnatCidrs',
    control: { kind: 'text' },
    place: variable(EXCLUDED),
    absent: '',
    prominent: false,
  },
  {
    key: 'randomizeSnat',
    control: { kind: 'choice', choices: ['prng', 'hashrandom', 'none'] },
    place: variable(RANDOM),
    absent: 'prng',
    prominent: false,
  },
]
