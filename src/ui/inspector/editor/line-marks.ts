import { type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { GutterMarker, gutter } from '@codemirror/view'
import type { Owner } from '../../../engine/trace.ts'

/** A sign beside a line: whose addresses it speaks of, or that something is to be said about it. */
export interface LineMark {
  /** 1-based. */
  readonly line: number
  readonly sign: Owner | 'error' | 'note'
}

/** Replaces all marks. */
export const setLineMarks = StateEffect.define<readonly LineMark[]>()

class Sign extends GutterMarker {
  private readonly sign: LineMark['sign']

  constructor(sign: LineMark['sign']) {
    super()
    this.sign = sign
  }

  override eq(other: Sign): boolean {
    return other.sign === this.sign
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span')
    mark.className = 'sign'
    mark.setAttribute('data-sign', this.sign)
    return mark
  }
}

const marks = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(old, { changes, effects, state }) {
    for (const effect of effects) {
      if (!effect.is(setLineMarks)) continue
      const ranges = effect.value
        .filter(({ line }) => line >= 1 && line <= state.doc.lines)
        .map(({ line, sign }) => new Sign(sign).range(state.doc.line(line).from))
      return RangeSet.of(ranges, true)
    }
    return old.map(changes)
  },
})

export const lineMarks: Extension = [
  marks,
  gutter({
    class: 'cm-signs',
    markers: (view) => view.state.field(marks),
    initialSpacer: () => new Sign('far'),
  }),
]
