import { invariant, unreachable } from '../../net/invariant.ts'
import {
  parseBlockMappingKey,
  parseBlockMappingValue,
  parseBlockSequenceEntry,
  parseIndentlessSequenceEntry,
} from './parse-block.ts'
import {
  parseDocumentContent,
  parseDocumentEnd,
  parseDocumentStart,
  parseStreamStart,
} from './parse-document.ts'
import {
  parseFlowMappingKey,
  parseFlowMappingValue,
  parseFlowPairEnd,
  parseFlowPairKey,
  parseFlowPairValue,
  parseFlowSequenceEntry,
} from './parse-flow.ts'
import { parseNode } from './parse-node.ts'
import type { Parser, Reading } from './parser.ts'

/**
 * The next event of the stream; not to be called after the last one or after a problem.
 * Source of the behaviour: go-yaml v2.4.0, parserc.go (libyaml). What is open is kept in lists, not
 * on the stack, so that depth costs memory only.
 */
export function parseEvent(parser: Parser): Reading {
  const { state } = parser
  invariant(state !== 'end', 'nothing is read past the end of the stream')
  switch (state) {
    case 'stream-start':
      return parseStreamStart(parser)
    case 'document-start':
    case 'further-document-start':
      return parseDocumentStart(parser, state === 'further-document-start')
    case 'document-content':
      return parseDocumentContent(parser)
    case 'document-end':
      return parseDocumentEnd(parser)
    case 'block-node':
      return parseNode(parser, 'block')
    case 'block-sequence-first-entry':
    case 'block-sequence-entry':
      return parseBlockSequenceEntry(parser, state === 'block-sequence-first-entry')
    case 'indentless-sequence-entry':
      return parseIndentlessSequenceEntry(parser)
    case 'block-mapping-first-key':
    case 'block-mapping-key':
      return parseBlockMappingKey(parser, state === 'block-mapping-first-key')
    case 'block-mapping-value':
      return parseBlockMappingValue(parser)
    case 'flow-sequence-first-entry':
    case 'flow-sequence-entry':
      return parseFlowSequenceEntry(parser, state === 'flow-sequence-first-entry')
    case 'flow-pair-key':
      return parseFlowPairKey(parser)
    case 'flow-pair-value':
      return parseFlowPairValue(parser)
    case 'flow-pair-end':
      return parseFlowPairEnd(parser)
    case 'flow-mapping-first-key':
    case 'flow-mapping-key':
      return parseFlowMappingKey(parser, state === 'flow-mapping-first-key')
    case 'flow-mapping-value':
    case 'flow-mapping-empty-value':
      return parseFlowMappingValue(parser, state === 'flow-mapping-empty-value')
    default:
      return unreachable(state)
  }
}
