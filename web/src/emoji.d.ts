declare module "virtual:emoji" {
  /** By group, in the usual order: each emoji with its names, the first the commonest. */
  const groups: [emoji: string, names: string][][];
  export default groups;
}
