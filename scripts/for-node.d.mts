export const forNode: { readonly platform: 'node'; readonly target: string };
