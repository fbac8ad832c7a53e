/** The tab of the ConfigMap, which the first view does not show. */
export const fetchConfigTab = () => import('./ConfigTab.tsx')
