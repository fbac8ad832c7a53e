/** The map that one draws on: where the focus goes back to. */
export const boardElement = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('.board .canvas')
