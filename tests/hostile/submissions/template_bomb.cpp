/*
 * attack: templates that grow exponentially: the compiler needs for ever and all memory
 * expected: CE
 */
template <int depth, class Left, class Right> struct bomb {
    typedef bomb<depth - 1, bomb<depth, Left, Right>, Left> left;
    typedef bomb<depth - 1, Right, bomb<depth, Left, Right>> right;
    enum { value = left::left::value + right::right::value };
};

template <class Left, class Right> struct bomb<0, Left, Right> {
    typedef bomb left;
    typedef bomb right;
    enum { value = sizeof(Left) };
};

int main()
{
    return bomb<60, int, long>::value;
}
