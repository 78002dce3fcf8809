// attack: returns out of the wrapper before its exports are made
// expect: syntax
return { downloadAll: async () => 'wrong' };
