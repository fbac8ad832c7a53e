import { expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { sentenceFor } from '../../i18n/messages.ts'
import { plain } from '../../i18n/sentence.ts'
import { issueAt } from '../../scenario/field-reader.ts'
import type { Issue } from '../../scenario/issue.ts'
import { issueAtField } from './issue-at-field.ts'

const said = (issue: Issue): string => plain(sentenceFor<Issue, 'code'>(en.issues, 'code', issue))

test('beside its field a sentence does not say where in the document it is', () => {
  const issue = issueAt('bad-address', 'pods.0.addresses.0', { text: '10.0.0' })
  expect(said(issue)).toBe('pods.0.addresses.0: 10.0.0 is not an IP address.')
  expect(said(issueAtField(issue))).toBe('10.0.0 is not an IP address.')
})

test('a sentence about a field of the document still names the field', () => {
  const issue = issueAt('missing-field', 'pods.0.addresses', {})
  expect(said(issueAtField(issue))).toBe('addresses is missing.')
})
