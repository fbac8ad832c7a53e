/** What goes on paper: when it is printed. */
export const fetchPrint = () => import('./start-printing.tsx')
