public class FlagsTest { public static void main(String[] a){} }
