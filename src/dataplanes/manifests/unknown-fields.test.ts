import { expect, test } from 'vitest'
import { readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import { unknownFields } from './unknown-fields.ts'

const WHAT = { file: 'configmap.yaml', kind: 'ConfigMap', version: 'v1' }

function refused(text: string) {
  const read = readYamlOrJson(text)
  if (!read.ok) throw new Error(read.error.text)
  return unknownFields(read.value.root, WHAT, ['data'])
}

test('fields that a manifest has not are named in their order, at the place of the first', () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\ndata config: |\n  masqLinkLocal: true\nextra: 1\n'
  expect(refused(text)).toEqual({
    text: 'Error from server (BadRequest): error when creating "configmap.yaml": ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "data config", unknown field "extra"',
    offset: text.indexOf('data config'),
  })
})

test('its own fields are no trouble, nor what stands further down', () => {
  expect(refused('apiVersion: v1\nkind: ConfigMap\nmetadata: {odd: 1}\ndata: {a: b}\n')).toBeNull()
})
