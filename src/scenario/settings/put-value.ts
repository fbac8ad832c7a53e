import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { applyEdits, type TextEdit } from '../../dataplanes/ip-masq-agent/text-edit.ts'
import type { Setting, SettingValue } from '../../dataplanes/setting.ts'
import { editFile, rewriteFile } from './edit-file.ts'
import { editYaml } from './edit-yaml.ts'
import { exactly, fileNode, isFlag } from './find-value.ts'
import type { Written } from './print-yaml.ts'
import { writtenValue } from './setting-value.ts'
import { containerOf, documentsOf, findManifest, isBareFile, type Manifest } from './stream.ts'

type Place = Exclude<Setting['place'], { readonly in: 'cluster' }>

/**
 * The text with the value at its place, every other character as it was. Null: the manifest is not
 * there or cannot be read, or has no place for it.
 */
export function putValue(text: string, place: Place, value: SettingValue): string | null {
  const documents = documentsOf(text)
  if (place.in === 'file' && isBareFile(documents))
    return putInBareFile(text, documents, place, value)
  const manifest = findManifest(documents, place.manifest)
  if (manifest === null || manifest === 'unreadable' || !isMap(manifest.contents)) return null
  const edits = editsFor(text, manifest, manifest.contents, place, value)
  return edits === null ? null : applyEdits(text, edits)
}

function editsFor(
  text: string,
  manifest: Manifest,
  root: YAMLMap,
  place: Place,
  value: SettingValue,
): readonly TextEdit[] | null {
  switch (place.in) {
    case 'manifest':
      return editYaml(text, root, place.path, inManifest(root, place, value), exactly)
    case 'file':
      return editsOfFile(text, manifest, root, place, value)
    case 'argument':
    case 'environment': {
      const container = containerOf(manifest, place.container)
      if (container === null) return null
      const written = String(writtenValue(value, place))
      return place.in === 'argument'
        ? editArgument(text, container, place.name, written)
        : editVariable(text, container, place.name, written)
    }
  }
}

/** Items of a list of objects keep what else they hold. */
function inManifest(
  root: YAMLMap,
  place: Extract<Place, { readonly in: 'manifest' }>,
  value: SettingValue,
): Written {
  const { item, path } = place
  const written = writtenValue(value, place)
  if (item === undefined || !Array.isArray(written)) return written
  const list: unknown = root.getIn(path)
  const there = isSeq(list) ? (list.toJSON() as readonly Readonly<Record<string, Written>>[]) : []
  return written.map(
    (each: Readonly<Record<string, string>>) =>
      there.find((old) => old[item] === each[item]) ?? each,
  )
}

function editsOfFile(
  text: string,
  manifest: Manifest,
  root: YAMLMap,
  { key, path }: Extract<Place, { readonly in: 'file' }>,
  value: SettingValue,
): readonly TextEdit[] | null {
  const node = fileNode(manifest, key)
  if (node === 'unreadable') return null
  const file = editFile(node?.value ?? '', path, value)
  if (file === null) return null
  return node === null
    ? editYaml(text, root, ['data', key], file, exactly)
    : [rewriteFile(text, node, file)]
}

function putInBareFile(
  text: string,
  [first]: readonly Manifest[],
  { path }: Extract<Place, { readonly in: 'file' }>,
  value: SettingValue,
): string | null {
  const end = first?.range?.[2] ?? text.length
  const edited = editFile(text.slice(0, end), path, value)
  return edited === null ? null : edited + text.slice(end)
}

function editArgument(
  text: string,
  container: YAMLMap,
  name: string,
  value: string,
): readonly TextEdit[] | null {
  const list: unknown = container.get('args', true)
  const args: readonly unknown[] = isSeq(list) ? list.items : []
  const last = args.findLastIndex((each) => isScalar(each) && isFlag(each.value, name))
  const texts = args.map((each) => (isScalar(each) ? String(each.value) : ''))
  const dashes = /^-+/.exec(texts[last] ?? '')?.[0] ?? '--'
  const flag = `${dashes}${name}=${value}`
  const wanted = last < 0 ? [...texts, flag] : texts.with(last, flag)
  return editYaml(text, container, ['args'], wanted, exactly)
}

function editVariable(
  text: string,
  container: YAMLMap,
  name: string,
  value: string,
): readonly TextEdit[] | null {
  const list: unknown = container.get('env', true)
  const variables: readonly unknown[] = isSeq(list) ? list.items : []
  const given = variables.findLast((each) => isMap(each) && each.get('name') === name)
  if (isMap(given)) return editYaml(text, given, ['value'], value, exactly)
  const all = isSeq(list) ? (list.toJSON() as readonly Written[]) : []
  return editYaml(text, container, ['env'], [...all, { name, value }], exactly)
}
